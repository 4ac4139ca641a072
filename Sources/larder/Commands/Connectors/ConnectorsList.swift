import ArgumentParser
import Operations

/// `larder connectors list`.
struct ConnectorsList: LarderCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the connectors.")

    @OptionGroup var workspaceOptions: WorkspaceOptions
    @OptionGroup var talkOptions: TalkOptions
    @OptionGroup var outputOptions: OutputOptions
    @OptionGroup var listOptions: ListOptions

    var format: OutputFormat { outputOptions.output }

    func run(in session: Session) async throws(OperationError) -> ExitStatus {
        let listing = Kind.connector.listing(session.operations.connectors, asOf: session.operations.now())
        try session.printer.write(listing, listOptions)
        return .done
    }
}
