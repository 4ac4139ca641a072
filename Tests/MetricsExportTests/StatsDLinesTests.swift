import FeatureModel
import Ingestion
import Testing

@testable import MetricsExport

@Suite("StatsD lines")
struct StatsDLinesTests {
    private static let tags =
        "#feast_store:online,feast_project_name:nyc,feast_featureSet_name:weather,ingestion_job_name:local-to-online-1"

    private func lines(_ measures: [FeatureSetMeasures], _ identity: IngestionIdentity = Sample.identity) -> [[String]]
    {
        StatsDLines(identity: identity).lines(for: measures)
    }

    @Test("a window is Feast's metrics, under Feast's names and tags")
    func window() {
        let found = lines(Sample.measures([(1, 1), (2, 2), (nil, 3)], letters: [Sample.letter()])).flatMap(\.self)
        let (tags, temp, note) = (
            Self.tags, Self.tags + ",feast_feature_name:temp", Self.tags + ",feast_feature_name:note"
        )
        let expected: [String] = [
            "feast_ingestion.deadletter_row_count:1|c|\(tags)",
            "feast_ingestion.feature_row_ingested_count:3|c|\(tags)",
            "feast_ingestion.feature_row_lag_ms_min:1000|g|\(tags)",
            "feast_ingestion.feature_row_lag_ms_max:3000|g|\(tags)",
            "feast_ingestion.feature_row_lag_ms_mean:2000|g|\(tags)",
            "feast_ingestion.feature_row_lag_ms_percentile_90:3000|g|\(tags)",
            "feast_ingestion.feature_row_lag_ms_percentile_95:3000|g|\(tags)",
            "feast_ingestion.feature_row_lag_ms_percentile_99:3000|g|\(tags)",
            "feast_ingestion.feature_value_lag_ms_min:1000|g|\(temp)",
            "feast_ingestion.feature_value_lag_ms_max:2000|g|\(temp)",
            "feast_ingestion.feature_value_lag_ms_mean:1500|g|\(temp)",
            "feast_ingestion.feature_value_lag_ms_percentile_90:2000|g|\(temp)",
            "feast_ingestion.feature_value_lag_ms_percentile_95:2000|g|\(temp)",
            "feast_ingestion.feature_value_lag_ms_percentile_99:2000|g|\(temp)",
            "feast_ingestion.feature_value_missing_count:1|c|\(temp)",
            "feast_ingestion.feature_value_min:1|g|\(temp)",
            "feast_ingestion.feature_value_max:2|g|\(temp)",
            "feast_ingestion.feature_value_mean:1.5|g|\(temp)",
            "feast_ingestion.feature_value_percentile_25:1|g|\(temp)",
            "feast_ingestion.feature_value_percentile_50:1.5|g|\(temp)",
            "feast_ingestion.feature_value_percentile_90:2|g|\(temp)",
            "feast_ingestion.feature_value_percentile_95:2|g|\(temp)",
            "feast_ingestion.feature_value_percentile_99:2|g|\(temp)",
            "feast_ingestion.feature_value_missing_count:3|c|\(note)",
        ]
        #expect(found == expected)
    }

    @Test("a negative gauge is reached from zero, and the two lines stay together")
    func negativeGauge() {
        let found = lines(Sample.measures([(-2.5, -1)]))
        let pairs = found.filter { $0.count == 2 }
        #expect(pairs.count == 6 + 6 + 8)
        #expect(
            pairs.first == [
                "feast_ingestion.feature_row_lag_ms_min:0|g|\(Self.tags)",
                "feast_ingestion.feature_row_lag_ms_min:-1000|g|\(Self.tags)",
            ])
        #expect(pairs.last?[1].hasPrefix("feast_ingestion.feature_value_percentile_99:-2.5|g|") == true)
    }

    @Test("rows that never got as far as the store are no dead letters of the write step")
    func otherLetters() {
        #expect(lines(Sample.measures([], letters: [Sample.letter("validate")])).isEmpty)
        let refused = lines(Sample.measures([], letters: [Sample.letter(), Sample.letter()]))
        #expect(refused == [["feast_ingestion.deadletter_row_count:2|c|\(Self.tags)"]])
    }

    @Test("nothing seen, nothing said")
    func nothing() {
        #expect(lines([]).isEmpty)
    }

    @Test(
        "a tag's value ends neither the tag nor the line",
        arguments: [
            ("a|b", "a_b"), ("a,b#c", "a_b_c"), ("a:b@c", "a_b_c"), ("a\nb\r\nc", "a_b__c"), ("a b\tc", "a_b_c"),
            ("\u{1b}[31m\u{2028}", "_[31m_"), ("größe-1_x.y/z", "größe-1_x.y/z"),
        ])
    func hostileTags(value: String, expected: String) {
        #expect(StatsDTag("key", value).text == "key:\(expected)")
    }

    @Test(
        "numbers are plain decimals with six digits at most",
        arguments: [
            (0.0, "0"), (-0.0, "0"), (1, "1"), (-1.5, "-1.5"), (0.1 + 0.2, "0.3"), (1e-9, "0"), (-1e-9, "0"),
            (1234567.000001, "1234567.000001"), (999_999_999_999.5, "999999999999.5"), (1.5e12, "1500000000000"),
            (-0.999_999_9, "-1"), (123.05, "123.05"),
            (9_007_199_254_740_992, "9007199254740992"), (-4e15, "-4000000000000000"), (2.000_000_4, "2"),
        ])
    func numbers(value: Double, expected: String) {
        #expect(StatsDNumber.text(value) == expected)
    }

    @Test("what is not finite is not said")
    func notFinite() {
        for value in [Double.nan, .infinity, -.infinity] { #expect(StatsDNumber.text(value) == nil) }
    }
}
