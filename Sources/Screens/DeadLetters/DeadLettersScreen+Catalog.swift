import ConsoleKit
import FeatureModel
import Operations

extension DeadLettersScreen {
    /// How `:dead` opens it.
    static func entry(_ operations: Operations, _ refreshing: Refreshing) -> CatalogEntry {
        CatalogEntry(
            "dead", aliases: ["dl", "dead-letters"], digit: 8, summary: "dead letters by reason",
            usage: "[store NAME | set REF | job ID | reason WORDS]", keymap: keys
        ) { route throws(Problem) in
            DeadLettersScreen(
                letters: operations.deadLetters, refreshing: refreshing,
                query: try DeadLetterQuery(route.arguments, defaultProject: operations.workspace.defaultProject),
                filter: route.filter)
        }
    }
}

extension LettersScreen {
    /// How `:letters` opens it.
    static func entry(_ operations: Operations, _ refreshing: Refreshing) -> CatalogEntry {
        CatalogEntry(
            "letters", summary: "dead letters one by one", usage: "[store NAME | set REF | job ID | reason WORDS]",
            keymap: keys
        ) { route throws(Problem) in
            LettersScreen(
                letters: operations.deadLetters, refreshing: refreshing,
                query: try DeadLetterQuery(route.arguments, defaultProject: operations.workspace.defaultProject),
                filter: route.filter)
        }
    }
}

extension LetterScreen {
    /// How `:letter` opens it.
    static func entry(_ operations: Operations) -> CatalogEntry {
        CatalogEntry("letter", summary: "one dead letter", usage: "ID", keymap: keys) { route throws(Problem) in
            guard let id = route.arguments.first else {
                throw Problem(":letter needs an id", hint: ":letters lists them")
            }
            return LetterScreen(id: DeadLetterID(id), letters: operations.deadLetters)
        }
    }
}
