import FeatureModel
import Foundation
import Operations

/// Rows from a CSV file into the log, and from the log into an SQLite store, each beside the bare insert of the same
/// rows into the same table.
struct IngestionLine: BenchLine {
    var promises: [Measurement] { promises(Scale.full) }

    private func promises(_ scale: Scale) -> [Measurement] {
        let rows = "\(scale.ingestedRows) rows of \(scale.stations) stations"
        return [
            Measurement(
                "ingest.log-to-sqlite",
                "\(rows) from the local log to committed SQLite rows by a job's worker; floor: best bare C insert",
                unit: .rowsPerSecond, limit: .shareOfFloor(0.5)),
            Measurement(
                "ingest.csv-to-log",
                "\(rows) from CSV to the local log, digest of the file included; floor: the same bare insert",
                unit: .rowsPerSecond, limit: .shareOfFloor(1.0 / 3)),
        ]
    }

    func measure(_ context: BenchContext) async throws -> [Measurement] {
        let scale = context.scale
        let csv = "\(context.folder)/stations.csv"
        try await Blocking.run {
            try StationFiles.writeRows(scale.ingestedRows, stations: scale.stations, to: csv)
        }
        var (floor, toLog, toStore) = (Samples(), Samples(), Samples())
        for round in 1...context.rounds {
            floor.add(try await bareRate(scale, in: "\(context.folder)/bare-\(round)"))
            let rates = try await productRates(scale, csv: csv, in: "\(context.folder)/ingest-\(round)")
            toLog.add(rates.toLog)
            toStore.add(rates.toStore)
        }
        return zip(promises(scale), [toStore, toLog]).map { promise, samples in
            promise.with(.measured(product: samples.median, floor: floor.median))
        }
    }

    private func bareRate(_ scale: Scale, in directory: String) async throws -> Double {
        let workspace = try await BenchWorkspace.make(in: directory)
        try await workspace.prepareStore()
        await workspace.close()
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let insert = BareInsert(rows: scale.ingestedRows, stations: scale.stations, order: .arriving)
        let seconds = try await Blocking.run {
            try insert.run(intoFileAt: BenchWorkspace.storePath(in: directory))
        }
        return Double(scale.ingestedRows) / seconds
    }

    private func productRates(
        _ scale: Scale, csv: String, in directory: String
    ) async throws -> (toLog: Double, toStore: Double) {
        let workspace = try await BenchWorkspace.make(in: directory)
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let rows = Int64(scale.ingestedRows)
        let stopwatch = Stopwatch()
        let result = try await workspace.operations.ingest.ingest(
            IngestRequest(path: csv, featureSet: StationSet.definition.reference), { _ in })
        let toLog = stopwatch.seconds
        guard result.rowsProduced == rows else {
            throw BenchFailure("the log took \(result.rowsProduced) rows of \(rows)")
        }
        let toStore = try await JobRun(workspace: workspace.workspace, rows: rows).run()
        await workspace.close()
        let stored = try BareDatabase(path: BenchWorkspace.storePath(in: directory))
            .integer("SELECT count(*) FROM \(StationSet.table)")
        guard stored == rows else { throw BenchFailure("the store has \(stored) rows of \(rows)") }
        return (Double(rows) / toLog, Double(rows) / toStore)
    }
}
