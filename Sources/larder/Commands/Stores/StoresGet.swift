import ArgumentParser
import FeatureModel
import Operations

/// `larder stores get`.
struct StoresGet: LarderCommand {
    static let configuration = CommandConfiguration(
        commandName: "get", abstract: "Show a store: its settings with secrets masked, what it holds and can do.",
        discussion: "Example: larder stores get online")

    @Argument(help: "The store's name.")
    var name: String

    @OptionGroup var watchOptions: WatchOptions
    @OptionGroup(title: "Common options") var options: CommandOptions

    func run(in session: Session) async throws(OperationError) -> ExitStatus {
        try await Watching.run(watchOptions, session) { () async throws(OperationError) in
            let store = try await session.operations.stores.get(StoreName(name))
            session.printer.write(.store, store, table: StoreText.write)
        }
        return .done
    }
}
