extension DocumentNode {
    /// A number of seconds up to a day, with or without an `s`.
    func seconds() throws(DocumentError) -> Double {
        var text = try scalarText()
        if text.hasSuffix("s") { text.removeLast() }
        guard let seconds = Double(text), (0...86_400).contains(seconds) else {
            throw error("expected seconds from 0 to 86400", hint: "write 2s; 0 refreshes on request only")
        }
        return seconds
    }
}
