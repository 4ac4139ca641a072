import ArgumentParser
import FeatureModel
import Operations

/// `larder exports wait`.
struct ExportsWait: LarderCommand {
    static let configuration = CommandConfiguration(
        commandName: "wait", abstract: "Wait for an export's end.")

    @Argument(help: "The export's id.")
    var id: String

    @Option(help: ArgumentHelp("Wait no longer than this, such as 30s.", valueName: "span"))
    var timeout: TimeSpan?

    @OptionGroup var workspaceOptions: WorkspaceOptions
    @OptionGroup var talkOptions: TalkOptions
    @OptionGroup var outputOptions: OutputOptions

    var format: OutputFormat { outputOptions.output }

    func run(in session: Session) async throws(OperationError) -> ExitStatus {
        try await ExportWaiting(session: session, timeout: timeout).wait(for: ExportID(id))
    }
}
