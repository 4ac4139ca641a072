import ArgumentParser
import FeatureModel
import Operations

/// `larder stores delete`.
struct StoresDelete: LarderCommand {
    static let configuration = CommandConfiguration(
        commandName: "delete", abstract: "Remove a store from the registry; what it holds stays.")

    @Argument(help: "The store's name.")
    var name: String

    @OptionGroup var workspaceOptions: WorkspaceOptions
    @OptionGroup var talkOptions: TalkOptions
    @OptionGroup var outputOptions: OutputOptions
    @OptionGroup var confirmOptions: ConfirmOptions

    var format: OutputFormat { outputOptions.output }

    func run(in session: Session) async throws(OperationError) -> ExitStatus {
        try Assent(confirmOptions).ask("Delete store \(name) from the registry?")
        try await session.operations.stores.delete(StoreName(name))
        session.talk.say("deleted store \(name); what it holds stays where it is")
        return .done
    }
}
