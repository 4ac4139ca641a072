import ArgumentParser
import FeatureModel
import Foundation
import Ingestion
import Operations
import Services

/// Runs one export in this process and says how long it took and how much memory: started by the lines of exports.
struct ExportProbe: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export-probe", abstract: "Runs one export and says what it took.", shouldDisplay: false)

    @Option var workspace: String
    @Option var rows: String
    @Option var output: String

    func run() async throws {
        let stopwatch = Stopwatch()
        let bench = try await BenchWorkspace.open(workspace)
        let features = ["temperature", "humidity", "sky"].map { name in
            FeatureReference(project: "bench", featureSet: "stations", feature: name)
        }
        let export = try await bench.operations.exports.start(
            ExportRequest(
                rowsPath: rows, features: features, outputPath: output, outputFormat: .csv,
                store: BenchWorkspace.storeName))
        try await WorkerProcess.run(.export(export.id), in: bench.workspace, until: StopSignal())
        let seconds = stopwatch.seconds
        let ended = try await bench.operations.exports.get(export.id)
        guard ended.status == .done else {
            throw BenchFailure("the export ended: \(ended.error ?? ended.status.rawValue)")
        }
        let result = ExportProbeResult(
            seconds: seconds, peakResidentKiB: try ProcessReading(of: getpid()).peakResidentKiB)
        FileHandle.standardOutput.write(try JSONEncoder().encode(result))
        await bench.close()
    }
}
