import ArgumentParser
import FeatureModel
import Operations

/// `larder exports wait`.
struct ExportsWait: LarderCommand {
    static let configuration = CommandConfiguration(
        commandName: "wait", abstract: "Wait for an export's end.",
        discussion: "Example: larder exports wait EXPORT --timeout 5m")

    @Argument(help: "The export's id.")
    var id: String

    @Option(help: ArgumentHelp("Wait no longer than this, such as 30s.", valueName: "span"))
    var timeout: TimeSpan?

    @OptionGroup(title: "Common options") var options: CommandOptions

    func run(in session: Session) async throws(OperationError) -> ExitStatus {
        try await ExportWaiting(session: session, timeout: timeout).wait(for: ExportID(id))
    }
}
