extension FeatureSinkContract {
    static let keys: [Clause] = []
    static let batches: [Clause] = []
    static let times: [Clause] = []
    static let nameSpaces: [Clause] = []
    static let schemaChanges: [Clause] = []
    static let concurrency: [Clause] = []
    static let lifetime: [Clause] = []
    static let errors: [Clause] = []
    static let model: [Clause] = []
}
extension OnlineRetrieverContract {
    static let times: [Clause] = []
    static let robustness: [Clause] = []
}
