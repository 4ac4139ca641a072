import ArgumentParser

/// `larder online`.
struct OnlineCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "online", abstract: "Online values, how old they are, and why they are what they are.",
        subcommands: [
            OnlineGet.self, OnlineWhy.self,
        ])
}
