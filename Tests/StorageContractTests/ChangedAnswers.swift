import FeatureModel
import StorageAPI
import StorageContract

/// Answers that are changed on their way.
struct ChangedAnswers: AnswerSink {
    let real: any AnswerSink
    let change: @Sendable ([[FeatureValue?]]) -> [[FeatureValue?]]
    var swallowsErrors = false

    func append(_ answers: [[FeatureValue?]]) throws {
        do {
            try real.append(change(answers))
        } catch {
            if !swallowsErrors { throw error }
        }
    }

    func finish() throws -> [String] { try real.finish() }

    func discard() { real.discard() }
}
