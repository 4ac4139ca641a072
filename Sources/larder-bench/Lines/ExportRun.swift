import FeatureModel
import Foundation

/// An export of station readings, in a process of its own, and the bare query beside it.
struct ExportRun: Sendable {
    let featureRows: Int
    let questions: [StationQuestion]
    let stations: Int
    let directory: String

    init(featureRows: Int, entityRows: Int, stations: Int, directory: String) {
        self.featureRows = featureRows
        self.stations = stations
        self.directory = directory
        questions = StationQuestion.spread(entityRows, stations: stations, hours: featureRows / stations)
    }

    private var rowsPath: String { "\(directory)/trips.csv" }
    private var outputPath: String { "\(directory)/answers.csv" }

    /// Fills the store, in the table's order, and writes the entity rows.
    func prepare() async throws {
        let workspace = try await BenchWorkspace.make(in: directory)
        try await workspace.prepareStore()
        await workspace.close()
        try await Blocking.run {
            _ = try BareInsert(rows: featureRows, stations: stations, order: .sorted)
                .run(intoFileAt: BenchWorkspace.storePath(in: directory))
            try StationFiles.writeQuestions(questions, to: rowsPath)
        }
    }

    func bare() async throws -> BareSeek.Answer {
        try await Blocking.run {
            try BareSeek(questions: questions, stations: stations)
                .run(onFileAt: BenchWorkspace.storePath(in: directory))
        }
    }

    /// Exports in a process of its own, and looks whether it found what the bare query found.
    func product(expecting bare: BareSeek.Answer) async throws -> ExportProbeResult {
        try await Blocking.run {
            let result = try runProbe()
            let (sum, rows) = try StationFiles.sum(ofColumn: "stations__humidity", in: outputPath)
            guard rows == questions.count, sum == bare.humiditySum else {
                throw BenchFailure("the export has other answers than the bare query: \(rows) rows, sum \(sum)")
            }
            try FileManager.default.removeItem(atPath: outputPath)
            return result
        }
    }

    private func runProbe() throws -> ExportProbeResult {
        let process = try ChildProcess([
            BenchLines.thisProgram, "export-probe", "--workspace", directory, "--rows", rowsPath, "--output",
            outputPath,
        ])
        return try JSONDecoder().decode(ExportProbeResult.self, from: Data(try process.wholeOutput()))
    }
}
