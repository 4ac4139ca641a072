import ArgumentParser
import FeatureModel
import Operations

/// `larder stores get`.
struct StoresGet: LarderCommand {
    static let configuration = CommandConfiguration(
        commandName: "get", abstract: "Show a store.")

    @Argument(help: "The store's name.")
    var name: String

    @OptionGroup var workspaceOptions: WorkspaceOptions
    @OptionGroup var talkOptions: TalkOptions
    @OptionGroup var outputOptions: OutputOptions

    var format: OutputFormat { outputOptions.output }

    func run(in session: Session) async throws(OperationError) -> ExitStatus {
        let store = try await session.operations.stores.get(StoreName(name))
        session.printer.write(.store, store, table: StoreText.write)
        return .done
    }
}
