import ArgumentParser
import Operations

/// `larder stores list`.
struct StoresList: LarderCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the stores.",
        discussion: "Example: larder stores list --watch")

    @OptionGroup var listOptions: ListOptions
    @OptionGroup var watchOptions: WatchOptions
    @OptionGroup(title: "Common options") var options: CommandOptions

    func run(in session: Session) async throws(OperationError) -> ExitStatus {
        try await Watching.run(watchOptions, session) { () async throws(OperationError) in
            let stores = try await session.operations.stores.list()
            try session.printer.write(Kind.store.listing(stores, asOf: session.now()), listOptions)
        }
        return .done
    }
}
