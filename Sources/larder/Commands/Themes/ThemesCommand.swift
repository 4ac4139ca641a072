import ArgumentParser

/// `larder themes`.
struct ThemesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "themes", abstract: "The console's colours.",
        subcommands: [ThemesList.self, ThemesCheck.self, ThemesPreview.self])
}
