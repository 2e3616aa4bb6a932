package io.jenkins.plugins.securitycenter.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.securitycenter.model.UnreadableValueException;
import java.io.IOException;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListReaderTest {

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
        assertThat(ListReader.of(new ObjectMapper().readTree(json.replace('\'', '"'))).stream()
                        .map(record -> record.id(record.has("id") ? "id" : "uuid"))
                        .collect(Collectors.joining(",")))
                .isEqualTo(ids);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'ok'|response `ok` is not valid; expected a list of objects.",
                "''|response `` is not valid; expected a list of objects.",
                "null|response null is not valid; expected a list of objects.",
                "7|response 7 is not valid; expected a list of objects.",
                "true|response true is not valid; expected a list of objects.",
                "{'status':'ok'}|response {`status`:`ok`} is not valid; expected a list of objects.",
                "{'usable':null,'manageable':null}|response {`usable`:null,`manageable`:null} is not valid;",
                "{'usable':'ok','manageable':[]}|usable `ok` is not valid; expected a list of objects.",
                "{'usable':{'0':{'id':'1'},'1':'x'},'manageable':[]}|usable {`0`:{`id`:`1`},`1`:`x`} is not valid;",
                "{'usable':['1',null]}|element 1 of usable `1` is not valid; expected an object.",
                "[{'id':'1'},null]|element 2 of response null is not valid; expected an object.",
                "['x']|element 1 of response `x` is not valid; expected an object.",
                "[{}]|element 1 of response {} is not valid; expected an object.",
                "[[]]|element 1 of response [] is not valid; expected an object.",
                "[{'id':-1,'name':''}]|element 1 of response {`id`:-1,`name`:``} is not valid; expected an object with an ID",
                "[{'id':'../x'}]|id `../x` is not valid; expected an ID of letters, digits, _ and -.",
            })
    void refusesWhatIsNoList(String json, String sentence) {
        assertThatThrownBy(() -> ListReader.of(new ObjectMapper().readTree(json.replace('\'', '"'))))
                .isInstanceOf(UnreadableValueException.class)
                .hasMessageStartingWith(sentence.replace('`', '"'));
    }
}
