import ArgumentParser

/// `larder connectors`.
struct ConnectorsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "connectors", abstract: "What stores and sources can be of.",
        subcommands: [ConnectorsList.self, ConnectorsGet.self])
}
