import ArgumentParser
import ConsoleKit
import FeatureModel
import Operations
import Services
import TextCanvas

/// `larder keys`.
struct KeysCommand: LarderCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys", abstract: "List the console's keys, as this workspace has them.",
        discussion: "Example: larder keys --filter place:lists")

    @OptionGroup var listOptions: ListOptions
    @OptionGroup(title: "Common options") var options: CommandOptions

    func run(in session: Session) async throws(OperationError) -> ExitStatus {
        let table = KeyTable.of(session.operations)
        let overrides = try KeyFileOfWorkspace.read(in: session.operations.workspace.directory, for: table)
        for problem in overrides.problems { session.talk.warn("larder: keys.yaml: \(problem)") }
        let bindings = table.overriding(overrides.keys).bindings
        try session.printer.write(Kind.key.listing(bindings, asOf: session.now()), listOptions)
        return overrides.problems.isEmpty ? .done : .failed
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
            fields: [
                .text("action") { $0.action.rawValue }, .texts("keys") { $0.keys.map(\.name) },
                .text("place") { $0.place.rawValue }, .text("meaning") { $0.meaning },
                .flag("changesServer") { $0.changesServer },
            ])
    }
}
