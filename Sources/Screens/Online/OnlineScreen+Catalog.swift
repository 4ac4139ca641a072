import ConsoleKit
import FeatureModel
import Operations

extension OnlineScreen {
    /// How `:online` and `:get` open it.
    static func entry(_ operations: Operations) -> CatalogEntry {
        CatalogEntry(
            "online", aliases: ["get"], digit: 6, summary: "online inspector", usage: "[KEY=VALUE... FEATURES]",
            keymap: keys
        ) { route throws(Problem) in screen(operations, try OnlineQuestion(route.arguments)) }
    }

    /// How `:why` opens it, with the card.
    static func whyEntry(_ operations: Operations) -> CatalogEntry {
        CatalogEntry(
            "why", summary: "why an online value is what it is", usage: "KEY=VALUE... FEATURE", keymap: keys
        ) { route throws(Problem) in
            let question = try OnlineQuestion(route.arguments, wantsWhy: true)
            guard !question.entities.isEmpty, !question.features.isEmpty else {
                throw Problem(":why needs a key and a feature", hint: ":why customer_id=7 card_txn:count_7d")
            }
            return screen(operations, question)
        }
    }

    private static func screen(_ operations: Operations, _ question: OnlineQuestion) -> OnlineScreen {
        OnlineScreen(
            online: operations.online, featureSets: operations.featureSets,
            defaultProject: operations.workspace.defaultProject, asOf: operations.workspace.asOf, question: question)
    }
}
