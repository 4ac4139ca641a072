import LocalState

extension RegistryRecords {
    func reading<Answer: Sendable>(
        _ body: @escaping @Sendable (RegistrySnapshot) throws -> Answer
    ) async throws(RegistryError) -> Answer {
        do {
            return try await read(body)
        } catch {
            throw RegistryError(anything: error)
        }
    }

    func writing<Answer: Sendable>(
        _ body: @escaping @Sendable (RegistryTransaction) throws -> Answer
    ) async throws(RegistryError) -> Answer {
        do {
            return try await write(body)
        } catch {
            throw RegistryError(anything: error)
        }
    }
}
