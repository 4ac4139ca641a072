import ArgumentParser
import FeatureModel
import Operations

/// `larder stores delete`.
struct StoresDelete: LarderCommand {
    static let configuration = CommandConfiguration(
        commandName: "delete", abstract: "Remove a store from the registry; what it holds stays where it is.",
        discussion: "Example: larder stores delete spare --yes")

    @Argument(help: "The store's name.")
    var name: String

    @OptionGroup var confirmOptions: ConfirmOptions
    @OptionGroup(title: "Common options") var options: CommandOptions

    func run(in session: Session) async throws(OperationError) -> ExitStatus {
        try Assent(confirmOptions).ask("Delete store \(name) from the registry?")
        try await session.operations.stores.delete(StoreName(name))
        session.report(
            OrderOutcome(target: name, result: .done, message: "deleted store \(name); what it holds stays where it is")
        )
        return .done
    }
}
