import ArgumentParser
import ConsoleKit
import Operations
import Screens
import Services
import TextCanvas

/// `larder keys`.
struct KeysCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys", abstract: "List the console's keys, as this workspace has them.")

    @OptionGroup var workspaceOptions: WorkspaceOptions
    @OptionGroup var outputOptions: OutputOptions
    @OptionGroup var listOptions: ListOptions

    func run() async throws {
        let (workspace, format, options) = (workspaceOptions.workspace, outputOptions.output, listOptions)
        try await CommandEnd.reached(format) { () throws(OperationError) -> ExitStatus in
            let place = WorkspacePlace.find(
                named: workspace, currentDirectory: RunningProgram.directory, variables: RunningProgram.variables)
            let overrides = try KeyFileOfWorkspace.read(in: place.directory, for: KeyTable.all)
            for problem in overrides.problems { StandardStream.error.write("larder: keys.yaml: \(problem)\n") }
            let bindings = KeyTable.all.overriding(overrides.keys).bindings
            try Printer(format: format).write(Kind.key.listing(bindings, asOf: SystemTime.now()), options)
            return overrides.problems.isEmpty ? .done : .failed
        }
    }
}

extension Kind where Thing == KeyBinding {
    /// A row of the key table (`keys`).
    static var key: Kind {
        Kind(
            name: "Key", nameField: "action",
            columns: [
                ListingColumn("action", "ACTION"), ListingColumn("keys", "KEYS"), ListingColumn("place", "WHERE"),
                ListingColumn("meaning", "MEANING"),
            ],
            fields: { binding in
                [
                    OutputField("action", .string(binding.action.rawValue)),
                    OutputField("keys", .strings(binding.keys.map(\.name))),
                    OutputField("place", .string(binding.place.rawValue)),
                    OutputField("meaning", .string(binding.meaning)),
                    OutputField("changesServer", .bool(binding.changesServer)),
                ]
            })
    }
}
