import FeatureModel
import StorageAPI
import StorageContract

/// Calls a liar's closure, which may throw anything that it is compiled to throw, but throws ``StorageAPI/StoreError``s.
func typed<Answer>(_ lie: () async throws -> Answer) async throws(StoreError) -> Answer {
    do {
        return try await lie()
    } catch let error as StoreError {
        throw error
    } catch {
        throw StoreError(
            .unexpected, recovery: .permanent, operation: "lie", connector: "LIAR", message: "\(error)")
    }
}
