import ArgumentParser
import Operations

/// `larder connectors list`.
struct ConnectorsList: LarderCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the connectors.",
        discussion: "Example: larder connectors list -o json")

    @OptionGroup var listOptions: ListOptions
    @OptionGroup(title: "Common options") var options: CommandOptions

    func run(in session: Session) async throws(OperationError) -> ExitStatus {
        let listing = Kind.connector.listing(session.operations.connectors, asOf: session.operations.now())
        try session.printer.write(listing, listOptions)
        return .done
    }
}
