package io.jenkins.plugins.securitycenter.model;

import static io.jenkins.plugins.securitycenter.model.Json.attributes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttributesTest {

    @Test
    void tellsNoFromSilence() {
        assertThat(attributes("{'running':'False'}").denied("running")).isTrue();
        assertThat(attributes("{'running':false}").denied("running")).isTrue();
        assertThat(attributes("{'running':0}").denied("running")).isTrue();
        assertThat(attributes("{'running':'true'}").denied("running")).isFalse();
        assertThat(attributes("{'running':null}").denied("running")).isFalse();
        assertThat(attributes("{'running':'-1'}").denied("running")).isFalse();
        assertThat(attributes("{}").denied("running")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"'28'", "28", "' 28 '", "28.0", "'28.4'"})
    void readsNumbersWrittenAsTextOrPlainly(String value) {
        assertThat(attributes("{'count':" + value + "}").number("count", -1)).isEqualTo(28);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "''", "'many'", "[]", "{}", "'NaN'", "'Infinity'"})
    void takesTheDefaultForWhatIsNoNumber(String value) {
        assertThat(attributes("{'count':" + value + "}").number("count", 7)).isEqualTo(7);
    }

    @Test
    void readsNumbersBeyondAnInt() {
        assertThat(attributes("{'size':9007199254740993}").number("size", 0)).isEqualTo(9007199254740993L);
        assertThat(attributes("{'size':9223372036854775807}").number("size", 0)).isEqualTo(Long.MAX_VALUE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "'true'", "'Yes'", "'yes'", "'1'", "1", "'TRUE'"})
    void readsEveryFormOfYes(String value) {
        assertThat(attributes("{'flag':" + value + "}").flag("flag")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "'false'", "'No'", "'0'", "0", "null", "''", "[]"})
    void readsEveryFormOfNo(String value) {
        assertThat(attributes("{'flag':" + value + "}").flag("flag")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"'1545074182'", "1545074182"})
    void readsTimesInSeconds(String value) {
        assertThat(attributes("{'startTime':" + value + "}").time("startTime"))
                .contains(Instant.ofEpochSecond(1545074182));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'-1'", "-1", "'0'", "0", "''", "null", "'soon'", "9223372036854775807"})
    void readsNoTimeFromWhatMeansNever(String value) {
        assertThat(attributes("{'startTime':" + value + "}").time("startTime")).isEmpty();
    }

    @Test
    void takesAnEmptyArrayForAnEmptyObject() {
        Attributes result = attributes("{'progress':[],'migrationStatus':null}");

        assertThat(result.object("progress").has("totalIPs")).isFalse();
        assertThat(result.object("migrationStatus").text("state")).isEmpty();
    }

    @Test
    void takesAnyOtherShapeForAnEmptyObject() {
        assertThat(attributes("'text'").text("id")).isEmpty();
        assertThat(Attributes.of(null).text("id")).isEmpty();
    }

    @Test
    void trimsTexts() {
        assertThat(attributes("{'error_msg':'one\\ntwo\\n'}").text("error_msg")).isEqualTo("one\ntwo");
    }

    @Test
    void readsNoReferenceFromThePlaceholder() {
        Attributes result = attributes("{'scan':{'id':-1,'name':''},'policy':{'id':'-1'},'zone':[],'job':null}");

        assertThat(result.reference("scan")).isEmpty();
        assertThat(result.reference("policy")).isEmpty();
        assertThat(result.reference("zone")).isEmpty();
        assertThat(result.reference("job")).isEmpty();
    }

    @Test
    void readsReferencesWithIdsOfBothKinds() {
        Attributes result = attributes("{'scan':{'id':'28','name':'Weekly'},'organization':{'id':0}}");

        assertThat(result.reference("scan")).contains(new ResourceReference("28", "Weekly"));
        assertThat(result.reference("organization")).contains(new ResourceReference("0", ""));
    }

    @Test
    void splitsListsAtCommas() {
        Attributes row = attributes("{'cve':'CVE-2014-0160, CVE-2014-0224,,','bid':''}");

        assertThat(row.list("cve")).containsExactly("CVE-2014-0160", "CVE-2014-0224");
        assertThat(row.list("bid")).isEmpty();
    }

    @Test
    void readsListsOfEveryShape() {
        Attributes row = attributes("{'lines':'192.0.2.1\\n192.0.2.2','array':['a',1,null,{},' b '],'none':null}");

        assertThat(row.list("lines")).containsExactly("192.0.2.1", "192.0.2.2");
        assertThat(row.list("array")).containsExactly("a", "1", "b");
        assertThat(row.list("none")).isEmpty();
    }

    @Test
    void readsReferencesThatArePlainIds() {
        Attributes row = attributes("{'scan':'28','policy':7,'zone':-1,'job':''}");

        assertThat(row.reference("scan")).contains(new ResourceReference("28", ""));
        assertThat(row.reference("policy")).contains(new ResourceReference("7", ""));
        assertThat(row.reference("zone")).isEmpty();
        assertThat(row.reference("job")).isEmpty();
    }

    @Test
    void readsArraysOfObjects() {
        Attributes read = attributes("{'a':[{'id':'1'},{'id':3}],'b':'','d':{'0':{'id':'1'},'2':{'id':'3'}}}");
        assertThat(read.objects("a")).extracting(one -> one.text("id")).containsExactly("1", "3");
        assertThat(read.objects("d")).extracting(one -> one.text("id")).containsExactly("1", "3");
        assertThat(read.objects("b")).isEmpty();
        assertThat(read.objects("c")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"'ok'", "7", "[{'id':'1'},2]", "[{}]", "{'id':'1'}"})
    void refusesOtherMembersAmongObjects(String value) {
        assertThatThrownBy(() -> attributes("{'a':" + value + "}").objects("a"))
                .isInstanceOf(UnreadableValueException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'8'|8",
                "8|8",
                "8.0|8",
                "'8.0'|8",
                "8e0|8",
                "80e-1|8",
                "' 8 '|8",
                "0|0",
                "'0f1e-77'|0f1e-77",
                "'12e4'|12e4",
                "-1|``",
                "-1.0|``",
                "'-1'|``",
                "'-1.0'|``",
                "null|``",
                "''|``",
                "[]|``",
                "{}|``",
                "true|``",
            })
    void readsIds(String value, String id) {
        assertThat(attributes("{'id':" + value + "}").id("id")).isEqualTo(id);
        assertThat(attributes("{'scan':{'id':" + value + "}}")
                        .reference("scan")
                        .map(ResourceReference::id)
                        .orElse(""))
                .isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'8/stop'", "'..'", "8.5", "'a b'", "'8?x=1'", "1e400", "'8.0.0'", "'%2e'"})
    void refusesIdsThatCouldMeanAnotherPath(String value) {
        assertThatThrownBy(() -> attributes("{'id':" + value + "}").id("id"))
                .isInstanceOf(UnreadableValueException.class)
                .hasMessageStartingWith("id ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"9223372036854775808", "'18446744073709551617'", "1e400", "'1e400'", "'NaN'", "'0x10'"})
    void takesTheDefaultForNumbersBeyondALong(String value) {
        assertThat(attributes("{'count':" + value + "}").number("count", 7)).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "'7', 7", "8.0, 8", "[9], 9", "1000000000000000, 1000000000000000"})
    void readsCounts(String value, long count) {
        assertThat(attributes("{'count':" + value + "}").exact().count("count")).isEqualTo(count);
    }

    @Test
    void requiresAnIdWhereADecisionDependsOnIt() {
        assertThat(attributes("{'id':8.0}").exact().id("id")).isEqualTo("8");
        assertThatThrownBy(() -> attributes("{'id':-1}").exact().id("id"))
                .isInstanceOf(UnreadableValueException.class)
                .hasMessage("id -1 is not valid; expected an ID.");
    }

    @Test
    void readsWholeNumbersOfAnyForm() {
        Attributes read = attributes("{'a':8.0,'b':'9','c':1.5}");

        assertThat(Attributes.whole(read.json("a"))).hasValue(8);
        assertThat(Attributes.whole(read.json("b"))).hasValue(9);
        assertThat(Attributes.whole(read.json("c"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'many'",
                "''",
                "null",
                "-1",
                "1.5",
                "1e400",
                "1000000000000001",
                "9223372036854775808",
                "[]",
                "true"
            })
    void refusesCountsThatAreNone(String value) {
        assertThatThrownBy(() -> attributes("{'count':" + value + "}").exact().count("count"))
                .isInstanceOf(UnreadableValueException.class)
                .hasMessageStartingWith("count ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{}", "''", "null", "'ok'", "7"})
    void refusesARecordOfNothing(String value) {
        assertThatThrownBy(() -> Attributes.record(
                        "row", Json.attributes("{'a':" + value + "}").json("a")))
                .isInstanceOf(UnreadableValueException.class)
                .hasMessage("row " + value.replace('\'', '"') + " is not valid; expected an object.");
    }

    @Test
    void givesValuesAsTheyCame() {
        Attributes read = attributes("{'a':[1,'x']}");
        assertThat(read.json("a")).hasToString("[1,\"x\"]");
        assertThat(read.json("b").isMissingNode()).isTrue();
    }

    @Test
    void callsUsersByTheirLogin() {
        Attributes read = attributes("{'owner':{'id':'2','username':'ci'}}");
        assertThat(read.reference("owner")).contains(new ResourceReference("2", "ci"));
    }
}
