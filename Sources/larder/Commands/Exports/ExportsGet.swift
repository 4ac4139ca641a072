import ArgumentParser
import FeatureModel
import Operations

/// `larder exports get`.
struct ExportsGet: LarderCommand {
    static let configuration = CommandConfiguration(
        commandName: "get", abstract: "Show an export.")

    @Argument(help: "The export's id.")
    var id: String

    @OptionGroup var workspaceOptions: WorkspaceOptions
    @OptionGroup var talkOptions: TalkOptions
    @OptionGroup var outputOptions: OutputOptions

    var format: OutputFormat { outputOptions.output }

    func run(in session: Session) async throws(OperationError) -> ExitStatus {
        let export = try await session.operations.exports.get(ExportID(id))
        session.printer.write(.export, export, table: ExportText.write)
        return .done
    }
}
