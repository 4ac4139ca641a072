public import FeatureModel

/// Takes the answers of a historical retrieval, in the order of the entity rows. Called from one thread at a time, and
/// may block on a file.
public protocol AnswerSink: Sendable {
    /// Takes the answers for the next rows.
    ///
    /// - Parameter answers: one element per entity row; each has one value per feature asked for, in the order of the
    ///   request's feature sets and of the features within them. Nil is null.
    func append(_ answers: [[FeatureValue?]]) throws

    /// Makes what was taken visible under its final name, whole.
    ///
    /// - Returns: the files, as absolute paths.
    func finish() throws -> [String]

    /// Removes whatever was written. Calling it after ``finish()`` changes nothing.
    func discard()
}
