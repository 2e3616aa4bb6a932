package io.jenkins.plugins.securitycenter.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.securitycenter.model.NotUnderstoodException;
import java.io.IOException;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'usable':[{'id':'1'},{'id':'2'}],'manageable':[{'id':'2'},{'id':'3'}]}|1,2,3",
                "{'manageable':[{'id':'2'}]}|2",
                "[{'id':'1'},{'id':1},{'id':'2'}]|1,2",
                "{'assets':[{'id':'1'}]}|1",
                "{'usable':[],'manageable':[]}|``",
                "{'usable':{'0':{'id':'1'},'4':{'id':'2'}}}|1,2",
                "{'1':{'id':'1','owner':{'id':'7'}},'2':{'id':'2'}}|1,2",
                "{'id':'1','owner':{'id':'7'}}|1",
                "{'totalRecords':'2','results':[{'id':'1'},{'id':'2'}]}|1,2",
                "{'usable':[{'id':'1'}],'manageable':null,'hasMore':false}|1",
                "{'results':[{'id':8.0},{'id':'8'},{'id':'8.0'},{'id':9}]}|8,9",
                "[{'uuid':'0f1e'},{'uuid':'0f1e'},{'uuid':'0f1f'}]|0f1e,0f1f",
                "[]|``",
                "{}|``",
            })
    void mergesTheShapesOfLists(String json, String ids) throws IOException {
        assertThat(Listing.of(new ObjectMapper().readTree(json.replace('\'', '"'))).stream()
                        .map(record -> record.id(record.has("id") ? "id" : "uuid"))
                        .collect(Collectors.joining(",")))
                .isEqualTo(ids);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'ok'|answer `ok` is not understood; a list of objects is needed.",
                "''|answer `` is not understood; a list of objects is needed.",
                "null|answer null is not understood; a list of objects is needed.",
                "7|answer 7 is not understood; a list of objects is needed.",
                "true|answer true is not understood; a list of objects is needed.",
                "{'status':'ok'}|answer {`status`:`ok`} is not understood; a list of objects is needed.",
                "{'usable':null,'manageable':null}|answer {`usable`:null,`manageable`:null} is not understood;",
                "{'usable':'ok','manageable':[]}|usable `ok` is not understood; a list of objects is needed.",
                "{'usable':{'0':{'id':'1'},'1':'x'},'manageable':[]}|usable {`0`:{`id`:`1`},`1`:`x`} is not understood;",
                "{'usable':['1',null]}|member 1 of usable `1` is not understood; an object is needed.",
                "[{'id':'1'},null]|member 2 of answer null is not understood; an object is needed.",
                "['x']|member 1 of answer `x` is not understood; an object is needed.",
                "[{}]|member 1 of answer {} is not understood; an object is needed.",
                "[[]]|member 1 of answer [] is not understood; an object is needed.",
                "[{'id':-1,'name':''}]|member 1 of answer {`id`:-1,`name`:``} is not understood; an object with an id",
                "[{'id':'../x'}]|id `../x` is not understood; an id of letters and digits is needed.",
            })
    void refusesWhatIsNoList(String json, String sentence) {
        assertThatThrownBy(() -> Listing.of(new ObjectMapper().readTree(json.replace('\'', '"'))))
                .isInstanceOf(NotUnderstoodException.class)
                .hasMessageStartingWith(sentence.replace('`', '"'));
    }
}
