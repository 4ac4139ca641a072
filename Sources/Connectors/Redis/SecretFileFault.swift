/// Why a file cannot be read as a secret. None repeats what is in it.
enum SecretFileFault: Error, Equatable {
    case unreadable(RedisSetting, path: String, errno: Int32)
    case empty(RedisSetting, path: String)
    case tooLong(RedisSetting, path: String)
    /// It is no text in UTF-8.
    case noText(RedisSetting, path: String)

    /// What is wrong, where, and what to do.
    var sentence: String {
        switch self {
        case .unreadable(let setting, let path, let code):
            RedisFailure.sentence(unreadable: setting, path: path, code: code)
        case .empty(let setting, let path):
            "the file of \(setting.key) is empty (\(path)); it must hold the password and nothing else"
        case .tooLong(let setting, let path):
            "the file of \(setting.key) is longer than \(SecretFile.sizeLimit >> 10) KiB (\(path)); "
                + "it must hold the password and nothing else"
        case .noText(let setting, let path):
            "the file of \(setting.key) is no text in UTF-8 (\(path)); it must hold the password and nothing else"
        }
    }
}
