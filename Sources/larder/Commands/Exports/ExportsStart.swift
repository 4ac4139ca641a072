import ArgumentParser
import FeatureModel
import Operations
import RowFiles

/// `larder exports start`.
struct ExportsStart: LarderCommand {
    static let configuration = CommandConfiguration(
        commandName: "start", abstract: "Start an export: for every entity row, the values that were true at its time.",
        discussion:
            "Example: larder exports start --rows rows.csv --features nyc/weather:temp --out training.csv --wait")

    @Option(help: ArgumentHelp("The file of entity rows: CSV or JSON Lines, also .gz.", valueName: "file"))
    var rows: String

    @Option(help: ArgumentHelp("The features, separated by commas; may be repeated.", valueName: "ref,…"))
    var features: [String]

    @Option(help: ArgumentHelp("The file to write; .gz is written compressed.", valueName: "file"))
    var out: String

    @Option(
        name: .customLong("format"),
        help: ArgumentHelp("csv or jsonl; else by the name of the output.", valueName: "format"))
    var fileFormat: RowFormat?

    @Option(help: ArgumentHelp("The store to ask.", valueName: "name"))
    var store: String?

    @Option(help: ArgumentHelp("The entity rows' column of times.", valueName: "column"))
    var timestampColumn: String?

    @Option(help: ArgumentHelp("A max age in place of every set's own; 0 for none.", valueName: "span"))
    var maxAge: TimeSpan?

    @OptionGroup var waitOptions: WaitOptions

    @OptionGroup var confirmOptions: ConfirmOptions
    @OptionGroup(title: "Common options") var options: CommandOptions

    func run(in session: Session) async throws(OperationError) -> ExitStatus {
        let export = try await session.operations.exports.start(try request())
        guard waitOptions.wait else {
            session.printer.write(.export, export, table: ExportText.write)
            return .done
        }
        return try await ExportWaiting(session: session, timeout: waitOptions.timeout).wait(for: export.id)
    }

    private func request() throws(OperationError) -> ExportRequest {
        guard let format = fileFormat ?? RowFormat(path: out) else {
            throw OperationError(
                .invalid, "the format of \(out) cannot be told by its name", target: out,
                hint: "give --format csv or jsonl")
        }
        return ExportRequest(
            rowsPath: RunningProgram.absolute(rows), features: try ReferenceList.parse(features),
            outputPath: RunningProgram.absolute(out), outputFormat: format, store: store.map { StoreName($0) },
            timestampColumn: timestampColumn, maxAgeOverrideSeconds: maxAge.map { $0.duration.components.seconds },
            overwrites: confirmOptions.yes)
    }
}
