import Themes

/// The theme files of the repository.
enum ShippedThemes {
    static let directory = repository + "/themes"
    static let library = ThemeLibrary(directories: [directory])
    static let names = ["dusk", "mono", "paper", "terminal"]

    private static let repository = #filePath.split(separator: "/").dropLast(3).reduce("") { "\($0)/\($1)" }
}
