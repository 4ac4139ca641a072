import ArgumentParser
import FeatureModel
import Operations

/// `larder ingest`.
struct IngestCommand: LarderCommand {
    static let configuration = CommandConfiguration(
        commandName: "ingest", abstract: "Read a file of feature rows and produce them to the feature set's source.",
        discussion: """
            Run twice, or killed and run again, it adds only what is missing.
            Example: larder ingest weather.csv.gz --feature-set nyc/weather --wait
            """)

    @Argument(help: "The file: CSV or JSON Lines, also .gz.")
    var file: String

    @Option(
        help: ArgumentHelp("The feature set: project/name, or a name of the workspace's project.", valueName: "set"))
    var featureSet: String

    @Option(name: .customLong("format"), help: ArgumentHelp("csv or jsonl; else by the name.", valueName: "format"))
    var fileFormat: RowFormat?

    @Option(help: ArgumentHelp("The column of event times.", valueName: "column"))
    var timestampColumn: String?

    @Option(help: ArgumentHelp("The unit of numeric times: s, ms, us or ns.", valueName: "unit"))
    var timestampUnit: IngestRequest.TimestampUnit?

    @Flag(help: "Take times without a zone as UTC.")
    var assumeUtc = false

    @Flag(help: "Take rows again that were taken before.")
    var again = false

    @OptionGroup var waitOptions: WaitOptions
    @OptionGroup(title: "Common options") var options: CommandOptions

    func run(in session: Session) async throws(OperationError) -> ExitStatus {
        let request = IngestRequest(
            path: RunningProgram.absolute(file), format: fileFormat, featureSet: try session.featureSet(featureSet),
            timestampColumn: timestampColumn, timestampUnit: timestampUnit, assumesUTC: assumeUtc, again: again,
            waits: waitOptions.wait)
        let result = try await ingest(request, session)
        session.printer.write(.ingestResult, result, table: IngestText.write)
        if let error = result.readingError { session.talk.warn("larder: \(error)") }
        let isWhole = result.rowsBad == 0 && result.readingError == nil && result.stores.allSatisfy { $0.failed == 0 }
        return isWhole ? .done : .failed
    }

    private func ingest(_ request: IngestRequest, _ session: Session) async throws(OperationError) -> IngestResult {
        let report = IngestReport(talk: session.talk)
        defer { report.finish() }
        let late = OperationError(
            .timedOut, "\(request.path) was not done in time", target: request.path,
            hint: "run it again: it adds only what is missing, and waits for the rest")
        return try await Deadline.run(waitOptions.timeout, otherwise: late) { () async throws(OperationError) in
            try await session.operations.ingest.ingest(request) { report.tell($0) }
        }
    }
}
