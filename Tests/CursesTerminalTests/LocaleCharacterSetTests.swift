import Testing

@testable import CursesTerminal

@Suite("The locale's character set")
struct LocaleCharacterSetTests {
    @Test(
        "the first variable that is set decides",
        arguments: [
            (["LANG": "en_GB.UTF-8"], true), (["LANG": "et_EE.utf8"], true), (["LANG": "C"], false), ([:], false),
            (["LC_ALL": "C", "LANG": "en_GB.UTF-8"], false), (["LC_ALL": "", "LANG": "en_GB.UTF-8"], true),
            (["LC_CTYPE": "C.UTF-8", "LANG": "C"], true), (["LANG": "de_DE.ISO-8859-1"], false),
            (["LANG": "POSIX"], false), (["LANG": "ca_ES.UTF-8@valencia"], true),
        ] as [([String: String], Bool)])
    func decides(_ environment: [String: String], _ isUTF8: Bool) {
        #expect(LocaleCharacterSet.isUTF8(environment) == isUTF8)
    }
}
