import Themes

/// Where themes are: the workspace's own first, then those that ship with the program.
enum ThemeShelf {
    /// - Parameter directory: the workspace's folder, absolute.
    static func library(workspace directory: String) -> ThemeLibrary {
        let share = ShareDirectory(variables: RunningProgram.variables, executable: RunningProgram.executable)
        return ThemeLibrary(directories: ["\(directory)/themes"] + share.themes)
    }
}
