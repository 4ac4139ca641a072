import MetricsExport
import Testing

@Suite("StatsD datagrams")
struct StatsDDatagramsTests {
    private func packed(_ lines: [[String]], limit: Int) -> [String] {
        StatsDDatagrams.packed(lines, limit: limit).map { String(decoding: $0, as: UTF8.self) }
    }

    @Test("lines share a datagram up to its limit, the line breaks counted")
    func sharing() {
        let lines = [["aaa"], ["bbb"], ["cc"], ["d"]]
        #expect(packed(lines, limit: 7) == ["aaa\nbbb", "cc\nd"])
        #expect(packed(lines, limit: 6) == ["aaa", "bbb\ncc", "d"])
        #expect(packed(lines, limit: 100) == ["aaa\nbbb\ncc\nd"])
        #expect(packed([], limit: 100).isEmpty)
    }

    @Test("lines that belong together are not parted, unless they never fit together")
    func together() {
        #expect(packed([["aaa"], ["x:0", "x:-1"]], limit: 10) == ["aaa", "x:0\nx:-1"])
        #expect(packed([["x:0", "x:-1"]], limit: 5) == ["x:0", "x:-1"])
    }

    @Test("a line that fits nowhere is left out, with what belongs to it")
    func tooLong() {
        #expect(packed([["aaa"], ["x:0", "x:-12345"], ["longest"], ["b"]], limit: 6) == ["aaa\nb"])
    }

    @Test("no datagram is longer than a frame allows, and nothing is lost")
    func usualLimit() {
        let lines = (0..<2_000).map { ["feast_ingestion.feature_value_mean:\($0)|g|#feast_store:größe"] }
        let datagrams = StatsDDatagrams.packed(lines)
        #expect(datagrams.allSatisfy { $0.count <= 1_432 })
        #expect(datagrams.flatMap { $0.split(separator: 10) }.count == 2_000)
    }
}
