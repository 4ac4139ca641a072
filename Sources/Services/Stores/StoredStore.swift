import Documents
import FeatureModel
import Operations

/// The two forms of a store's settings: as they are kept, with `${VAR}` as written, and as they are used, with the
/// variables' values.
enum StoredStore {
    /// Reads documents twice: with the variables' values, to judge them, and as they are written, to keep them.
    static func read(
        _ yaml: String, file: String, variables: [String: String]
    ) throws(OperationError) -> [(used: ConfiguredStore, kept: StoreDefinition)] {
        do throws(DocumentError) {
            let used = try ConfiguredStore.read(yaml, file: file, environment: variables)
            let kept = try ConfiguredStore.read(yaml, file: file, environment: variables.mapKeysToMarks())
            return zip(used, kept).map { ($0, unmarked($1.definition)) }
        } catch {
            throw OperationError(error)
        }
    }

    /// A kept store with the variables' values.
    static func expanded(
        _ kept: StoreDefinition, variables: [String: String]
    ) throws(OperationError) -> ConfiguredStore {
        // The document's writer protects every ${; here they are meant.
        let yaml = kept.yaml(masking: []).replacing("$${", with: "${")
        do throws(DocumentError) {
            let stores = try ConfiguredStore.read(yaml, file: "the registry", environment: variables)
            guard let store = stores.first else {
                throw DocumentError(file: "the registry", message: "the store \(kept.name) is not there any more")
            }
            return store
        } catch {
            throw OperationError(error)
        }
    }

    private static func unmarked(_ definition: StoreDefinition) -> StoreDefinition {
        let config = definition.config.mapValues { value in
            value.replacing("${", with: "$${").replacing(String.markBegin, with: "${")
                .replacing(String.markEnd, with: "}")
        }
        return StoreDefinition(
            name: definition.name, type: definition.type, config: config, subscriptions: definition.subscriptions)
    }
}

extension String {
    /// Stand around a variable's name while a document is read as it is written; YAML allows neither in a document.
    fileprivate static let markBegin = "\u{1}"
    fileprivate static let markEnd = "\u{2}"
}

extension [String: String] {
    fileprivate func mapKeysToMarks() -> [String: String] {
        Dictionary(uniqueKeysWithValues: keys.map { ($0, String.markBegin + $0 + String.markEnd) })
    }
}
