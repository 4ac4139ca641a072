import ArgumentParser

/// `larder stores`.
struct StoresCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stores", abstract: "The stores: where rows go, and where values come from.",
        subcommands: [
            StoresList.self, StoresGet.self, StoresApply.self, StoresDelete.self, StoresCheck.self,
        ])
}
