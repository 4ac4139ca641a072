internal import CNcurses

/// Whether the operator's locale can show more than ASCII.
enum LocaleCharacterSet {
    /// True for a UTF-8 locale. A name that says so is believed even when the system lacks that locale, because it
    /// speaks of the terminal.
    static func isUTF8(_ environment: [String: String]) -> Bool {
        let name = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
        let isSystemUTF8 = larder_use_utf8_locale()
        if name.isEmpty || name == "C" || name == "POSIX" { return false }
        let characterSet = name.lowercased().split(separator: ".").dropFirst().first ?? ""
        if characterSet.isEmpty { return isSystemUTF8 }
        return characterSet.hasPrefix("utf-8") || characterSet.hasPrefix("utf8")
    }
}
