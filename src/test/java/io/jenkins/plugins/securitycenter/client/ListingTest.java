package io.jenkins.plugins.securitycenter.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
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
                "[]|``",
                "''|``",
                "null|``",
                "{'usable':['1',null],'manageable':null}|``",
            })
    void mergesTheShapesOfLists(String json, String ids) throws IOException {
        assertThat(Listing.of(new ObjectMapper().readTree(json.replace('\'', '"'))).stream()
                        .map(record -> record.text("id"))
                        .collect(Collectors.joining(",")))
                .isEqualTo(ids);
    }
}
