import ArgumentParser
import FeatureModel
import Operations

/// `larder exports repeat`.
struct ExportsRepeat: LarderCommand {
    static let configuration = CommandConfiguration(
        commandName: "repeat", abstract: "Start the same export once more.",
        discussion: "Example: larder exports repeat EXPORT --out again.csv --wait")

    @Argument(help: "The export's id.")
    var id: String

    @Option(help: ArgumentHelp("Write to this file instead.", valueName: "file"))
    var out: String?

    @OptionGroup var waitOptions: WaitOptions

    @OptionGroup var confirmOptions: ConfirmOptions
    @OptionGroup(title: "Common options") var options: CommandOptions

    func run(in session: Session) async throws(OperationError) -> ExitStatus {
        let path = out.map { RunningProgram.absolute($0) }
        let export = try await session.operations.exports.repeat(ExportID(id), path, confirmOptions.yes)
        guard waitOptions.wait else {
            session.printer.write(.export, export, table: ExportText.write)
            return .done
        }
        return try await ExportWaiting(session: session, timeout: waitOptions.timeout).wait(for: export.id)
    }
}
