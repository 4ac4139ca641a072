import ArgumentParser

/// `larder config`.
struct ConfigCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config", abstract: "The workspace's configuration.",
        subcommands: [ConfigShow.self, ConfigValidate.self, ConfigPath.self])
}
