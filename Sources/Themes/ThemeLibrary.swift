internal import FoundationEssentials

/// Finds themes: files `NAME.yaml` in a list of directories, and the built-in one, which needs no file.
///
/// Reading is done anew at every call, so that a theme that was just edited is seen.
public struct ThemeLibrary: Sendable {
    /// One theme that can be asked for by name.
    public struct Entry: Sendable, Hashable {
        /// The name to ask for: the file's, without `.yaml`.
        public var name: String
        /// The file; nil for the built-in theme.
        public var path: String?
        /// The theme; nil when there are problems.
        public var theme: Theme?
        /// What is wrong with it; empty when it can be used.
        public var problems: [ThemeProblem]
    }

    /// The name that stands for "what suits the terminal".
    public static let automaticName = "auto"
    private static let suffix = ".yaml"
    private static let largestFile = 1 << 20

    /// Where files are looked for; an earlier directory hides a later one.
    public let directories: [String]

    /// Makes a library.
    ///
    /// - Parameter directories: folders with theme files, the operator's own first; those that do not exist are
    ///   passed over.
    public init(directories: [String]) {
        self.directories = directories
    }

    /// The names of all themes, sorted.
    public var names: [String] {
        Set(files().keys).union([ThemeDefinition.dusk.name]).sorted()
    }

    /// All themes, usable or not, sorted by name.
    public func entries() -> [Entry] {
        names.map { name in
            let path = files()[name]
            do throws(InvalidTheme) {
                return Entry(name: name, path: path, theme: try theme(named: name), problems: [])
            } catch {
                return Entry(name: name, path: path, theme: nil, problems: error.problems)
            }
        }
    }

    /// The theme of a name, or of a path when the name has a `/` or ends with `.yaml`.
    ///
    /// - Parameter name: a name of ``names``, or a path.
    /// - Throws: ``InvalidTheme`` when there is no such theme, or it (or one it extends) has problems.
    public func theme(named name: String) throws(InvalidTheme) -> Theme {
        Theme(try definition(of: name, askedBy: nil, descendants: []))
    }

    /// Reads one file.
    ///
    /// - Throws: ``InvalidTheme`` with every problem of the file.
    public func theme(file: String) throws(InvalidTheme) -> Theme {
        Theme(try definition(file: file, descendants: []))
    }

    /// Reads a theme from text, as if it were a file.
    ///
    /// - Parameters:
    ///   - text: the YAML.
    ///   - file: what to call it in messages.
    /// - Throws: ``InvalidTheme`` with every problem of the text.
    public func theme(text: String, file: String) throws(InvalidTheme) -> Theme {
        Theme(try definition(text: text, file: file, descendants: []))
    }

    /// The name that `auto` stands for.
    ///
    /// - Parameters:
    ///   - environment: of the process; `COLORFGBG` (`15;0`) tells the background of some terminals.
    ///   - background: what the terminal itself answered, which counts more; nil when it was not asked or silent.
    public static func automaticName(
        environment: [String: String], background: ThemeAppearance? = nil
    ) -> String {
        let appearance = background ?? appearance(colorFGBG: environment["COLORFGBG"] ?? "") ?? .dark
        return appearance == .dark ? "dusk" : "paper"
    }

    private static func appearance(colorFGBG: String) -> ThemeAppearance? {
        guard let last = colorFGBG.split(separator: ";").last, let index = Int(last), (0...15).contains(index)
        else { return nil }
        return index == 7 || index >= 9 ? .light : .dark
    }

    // MARK: Files

    private func files() -> [String: String] {
        var files: [String: String] = [:]
        for directory in directories {
            let found = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
            for file in found where file.hasSuffix(Self.suffix) && !file.hasPrefix(".") {
                let name = String(file.dropLast(Self.suffix.count))
                if files[name] == nil { files[name] = "\(directory)/\(file)" }
            }
        }
        return files
    }

    private func text(of file: String) throws(InvalidTheme) -> String {
        func refuse(_ message: String) -> InvalidTheme { InvalidTheme([ThemeProblem(file: file, message: message)]) }
        let data: Data
        do {
            data = try Data(contentsOf: URL(filePath: file))
        } catch {
            throw refuse("the theme file cannot be read; check that it exists and that you may read it")
        }
        guard data.count <= Self.largestFile else {
            throw refuse("the file has \(data.count) bytes; a theme has at most \(Self.largestFile)")
        }
        guard let text = String(validating: data, as: UTF8.self) else {
            throw refuse("the file is not UTF-8; save it as UTF-8")
        }
        return text
    }

    // MARK: Inheritance

    private func definition(
        of name: String, askedBy place: ThemeProblem?, descendants: [String]
    ) throws(InvalidTheme) -> ThemeDefinition {
        if name.contains("/") || name.hasSuffix(Self.suffix) {
            return try definition(file: name, descendants: descendants)
        }
        if let file = files()[name] {
            return try definition(file: file, descendants: descendants)
        }
        if name == ThemeDefinition.dusk.name { return .dusk }
        let hint = NearestName.suggestion(for: name, among: names)
        var problem = place ?? ThemeProblem(file: name, message: "")
        problem.message =
            "there is no theme '\(name)'\(hint.isEmpty ? "; there are \(names.joined(separator: ", "))" : hint)"
        throw InvalidTheme([problem])
    }

    private func definition(file: String, descendants: [String]) throws(InvalidTheme) -> ThemeDefinition {
        try definition(text: try text(of: file), file: file, descendants: descendants)
    }

    private func definition(
        text: String, file: String, descendants: [String]
    ) throws(InvalidTheme) -> ThemeDefinition {
        var parsed = ThemeParser.parse(text, file: file)
        var parent: ThemeDefinition?
        do throws(InvalidTheme) {
            parent = try self.parent(of: parsed, file: file, descendants: descendants)
        } catch {
            parsed.problems += error.problems
            throw InvalidTheme(parsed.problems)
        }
        let (definition, problems) = parsed.resolved(parent: parent, file: file)
        guard problems.isEmpty else { throw InvalidTheme(problems) }
        return definition
    }

    private func parent(
        of theme: ParsedTheme, file: String, descendants: [String]
    ) throws(InvalidTheme) -> ThemeDefinition? {
        guard let parent = theme.parent else { return nil }
        let place = ThemeProblem(file: file, line: parent.line, column: parent.column, message: "")
        let chain = descendants + [file]
        let target = files()[parent.value] ?? parent.value
        if chain.contains(target) {
            var problem = place
            problem.message = "the theme extends itself: \((chain + [target]).joined(separator: " -> "))"
            throw InvalidTheme([problem])
        }
        return try definition(of: parent.value, askedBy: place, descendants: chain)
    }
}
