/// Puts environment variables into the values of a document; see ``VariableText``.
struct VariableExpansion {
    let environment: [String: String]

    /// - Returns: the text, and whether it stood in the file as it is.
    /// - Throws: where a variable is not set, or its name does not end; with the place in the file.
    func expand(_ node: DocumentNode) throws(DocumentError) -> (text: String, isLiteral: Bool) {
        let text = VariableText(try node.scalarText())
        do throws(VariableText.Fault) {
            return try text.expanded(by: environment)
        } catch {
            throw node.error(error.message, hint: error.hint)
        }
    }
}
