/// A max age as an operator types it.
enum MaxAgeText {
    private static let units: [Character: Int64] = ["s": 1, "m": 60, "h": 3_600, "d": 86_400, "w": 604_800]

    /// Whole seconds of `72h`, `2h30m`, `90s`; `0` means unlimited; nil for anything else.
    static func seconds(_ text: String) -> Int64? {
        if text == "0" { return 0 }
        var total: Int64 = 0
        var number: Int64?
        for character in text {
            if let digit = character.wholeNumberValue, character.isASCII {
                let (tens, isTooLarge) = (number ?? 0).multipliedReportingOverflow(by: 10)
                guard !isTooLarge, tens < Int64.max - 9 else { return nil }
                number = tens + Int64(digit)
            } else {
                guard let factor = units[character], let amount = number else { return nil }
                let (seconds, isTooLarge) = amount.multipliedReportingOverflow(by: factor)
                let (sum, isTooLargeInAll) = total.addingReportingOverflow(seconds)
                guard !isTooLarge, !isTooLargeInAll else { return nil }
                total = sum
                number = nil
            }
        }
        return number == nil && total > 0 ? total : nil
    }
}
