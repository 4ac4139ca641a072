import FeatureModel
import Operations
import StorageAPI

/// Which store answers: the one that was named, or the first in the configuration's order that subscribes and can.
struct StoreChoice: Sendable {
    let directory: StoreDirectory

    /// All stores that subscribe to a feature set and can do the operation, in the configuration's order.
    func candidates(
        for featureSet: FeatureSetReference, _ capability: Capabilities
    ) async throws(OperationError) -> [StoreEntry] {
        try await directory.entries().filter { entry in
            entry.card.capabilities.contains(capability) && entry.definition.subscribes(to: featureSet)
        }
    }

    /// The store that answers for some feature sets together.
    ///
    /// - Throws: `invalid` when no store can, or the named one cannot; `notFound` when the named one is not there.
    func store(
        for featureSets: [FeatureSetReference], _ capability: Capabilities, named name: StoreName?
    ) async throws(OperationError) -> StoreEntry {
        let word = capability.words.joined(separator: ", ")
        if let name { return try await named(name, capability, word) }
        for entry in try await directory.entries() where entry.card.capabilities.contains(capability) {
            if featureSets.allSatisfy(entry.definition.subscribes(to:)) { return entry }
        }
        let sets = featureSets.map(\.description).joined(separator: ", ")
        throw OperationError(
            .invalid, "no store with the capability \(word) subscribes to \(sets)", target: sets,
            hint: "add a subscription to a store; larder stores list shows what there is")
    }

    private func named(
        _ name: StoreName, _ capability: Capabilities, _ word: String
    ) async throws(OperationError) -> StoreEntry {
        let entry = try await directory.entry(name)
        guard entry.card.capabilities.contains(capability) else {
            throw OperationError(
                .invalid, "store \(name) is of type \(entry.card.type), which has no capability \(word)",
                target: name.rawValue, hint: "larder connectors get \(entry.card.type) lists what it can do")
        }
        return entry
    }
}
