import ArgumentParser
import Operations

/// `larder stores list`.
struct StoresList: LarderCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the stores.")

    @OptionGroup var workspaceOptions: WorkspaceOptions
    @OptionGroup var talkOptions: TalkOptions
    @OptionGroup var outputOptions: OutputOptions
    @OptionGroup var listOptions: ListOptions

    var format: OutputFormat { outputOptions.output }

    func run(in session: Session) async throws(OperationError) -> ExitStatus {
        try await Watching.run(listOptions.watch) { () async throws(OperationError) in
            let stores = try await session.operations.stores.list()
            try session.printer.write(Kind.store.listing(stores, asOf: session.now()), listOptions)
        }
        return .done
    }
}
