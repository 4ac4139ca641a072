import Foundation

/// All lines, in the order of the report.
enum BenchLines {
    static func all(larder: String) -> [any BenchLine] {
        [
            ConsoleLine(larder: larder), IngestionLine(), KafkaLine(larder: larder), RedisWriteLine(), OnlineLine(),
            ExportLine(),
            HistoryLine(),
        ]
    }

    /// The path of this program.
    static var thisProgram: String {
        (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? "larder-bench"
    }

    /// The path of another program of the same build.
    static func besideThisProgram(_ name: String) -> String {
        URL(fileURLWithPath: thisProgram).deletingLastPathComponent().appendingPathComponent(name).path
    }
}
