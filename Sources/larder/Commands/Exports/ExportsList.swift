import ArgumentParser
import Operations

/// `larder exports list`.
struct ExportsList: LarderCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the exports.")

    @OptionGroup var workspaceOptions: WorkspaceOptions
    @OptionGroup var talkOptions: TalkOptions
    @OptionGroup var outputOptions: OutputOptions
    @OptionGroup var listOptions: ListOptions

    var format: OutputFormat { outputOptions.output }

    func run(in session: Session) async throws(OperationError) -> ExitStatus {
        try await Watching.run(listOptions.watch) { () async throws(OperationError) in
            let exports = try await session.operations.exports.list()
            try session.printer.write(Kind.export.listing(exports, asOf: session.now()), listOptions)
        }
        return .done
    }
}
