import FeatureModel
import MetricsExport
import StorageAPI
import Testing

@Suite("Ingestion metrics")
struct IngestionMetricsTests {
    private let exporter = PrometheusExporter(describing: IngestionMetrics.descriptions)

    private func values(without part: String) -> [String] {
        exporter.text.split(separator: "\n").filter { !$0.hasPrefix("#") && !$0.contains(part) }.map(String.init)
    }

    @Test("rows, losses and lag of a job, by feature set")
    func job() {
        let metrics = IngestionMetrics(identity: Sample.identity, in: exporter)
        metrics.wrote(Sample.batch([(1, 1), (nil, 3)]), at: Sample.now)
        metrics.wrote(Sample.batch([(1, 20)]), at: Sample.now)
        metrics.setAside([
            Sample.letter(), Sample.letter("decode", .undecodable, of: nil),
            Sample.letter("validate", .wrongType), Sample.letter("validate", .wrongType),
        ])
        metrics.ignored(rows: 4)
        metrics.lags(SourceLag(records: 12, oldest: Sample.now.advanced(by: .seconds(-30))), at: Sample.now)
        metrics.waits(true)
        let job = #"job="local-to-online-1""#
        let set = #"feature_set="weather",job="local-to-online-1",project="nyc""#
        let expected: [String] = [
            #"larder_feature_values_missing_total{feature="note",\#(set),store="online"} 3"#,
            #"larder_feature_values_missing_total{feature="temp",\#(set),store="online"} 1"#,
            #"larder_job_waiting{\#(job),store="online"} 1"#,
            #"larder_row_lag_seconds_sum{\#(set),store="online"} 24"#,
            #"larder_row_lag_seconds_count{\#(set),store="online"} 3"#,
            #"larder_rows_failed_total{\#(set),reason="rejected",store="online"} 1"#,
            #"larder_rows_failed_total{\#(set),reason="wrong_type",store="online"} 2"#,
            #"larder_rows_failed_total{\#(job),reason="undecodable",store="online"} 1"#,
            #"larder_rows_ignored_total{\#(job),store="online"} 4"#,
            #"larder_rows_written_total{\#(set),store="online"} 3"#,
            #"larder_source_lag_records{\#(job),store="online"} 12"#,
            #"larder_source_lag_seconds{\#(job),store="online"} 30"#,
        ]
        #expect(values(without: "_bucket") == expected)
        #expect(exporter.text.contains(#"larder_row_lag_seconds_bucket{\#(set),store="online",le="2.5"} 1"#))
    }

    @Test("partitions have a lag each, as long as this worker reads them")
    func partitions() {
        let metrics = IngestionMetrics(identity: Sample.identity, in: exporter)
        func lags(_ partitions: Int32...) {
            let lags = partitions.map { PartitionLag(partition: $0, committed: 1, end: 4, records: 3) }
            metrics.lags(SourceLag(records: 6, oldest: nil, partitions: lags), at: Sample.now)
        }
        func told() -> [Substring] {
            exporter.text.split(separator: "\n").filter { $0.hasPrefix("larder_partition_lag_records") }
        }
        let series = (0...2).map { partition -> Substring in
            "larder_partition_lag_records{job=\"local-to-online-1\",partition=\"\(partition)\",store=\"online\"} 3"
        }
        lags(0, 1)
        #expect(told() == Array(series[0...1]))
        lags(1, 2)
        #expect(told() == Array(series[1...2]))
    }

    @Test("names that rows invent make no series of their own")
    func inventedNames() {
        let metrics = IngestionMetrics(identity: Sample.identity, in: exporter)
        for number in 0..<100 {
            let invented = FeatureSetReference(project: "x", name: "\(number)")
            metrics.setAside([Sample.letter("validate", .unknownFeatureSet, of: invented)])
        }
        let series = exporter.text.split(separator: "\n").filter { $0.hasPrefix("larder_rows_failed_total") }
        #expect(
            series == [
                #"larder_rows_failed_total{job="local-to-online-1",reason="unknown_feature_set",store="online"} 100"#
            ])
    }

    @Test("every metric that is kept says what it means")
    func described() {
        let metrics = IngestionMetrics(identity: Sample.identity, in: exporter)
        metrics.wrote(Sample.batch([(nil, 1)]), at: Sample.now)
        metrics.setAside([Sample.letter()])
        let lag = PartitionLag(partition: 0, committed: nil, end: 0, records: 0)
        metrics.lags(SourceLag(records: 0, oldest: nil, partitions: [lag]), at: Sample.now)
        #expect(Set(exporter.families.map(\.name)) == Set(IngestionMetrics.descriptions.map(\.name)))
        #expect(exporter.families.allSatisfy { $0.help.hasSuffix(".") })
    }
}
