/// Regular expressions of filters and searches: any case, unless the pattern has an upper-case letter.
enum FilterExpression {
    /// The compiled expression; nil when the pattern is not one.
    static func compile(_ source: String) -> Regex<AnyRegexOutput>? {
        guard let expression = try? Regex(source) else { return nil }
        return source.contains(where: \.isUppercase) ? expression : expression.ignoresCase()
    }
}
