#include "CNcurses.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

bool larder_pty_open(int columns, int rows, int *controller, int *terminal) {
    struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
    if (openpty(controller, terminal, NULL, NULL, &size) != 0) return false;
    fcntl(*controller, F_SETFD, FD_CLOEXEC);
    fcntl(*terminal, F_SETFD, FD_CLOEXEC);
    return true;
}

bool larder_pty_resize(int controller, int columns, int rows) {
    struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
    return ioctl(controller, TIOCSWINSZ, &size) == 0;
}

// Runs in the child between fork and exec, where only async-signal-safe calls are allowed.
static void become(
    int terminal, const char *path, char *const arguments[], char *const environment[], const char *directory,
    int report) {
    sigset_t none;
    sigemptyset(&none);
    for (int number = 1; number < NSIG; number++) signal(number, SIG_DFL);
    sigprocmask(SIG_SETMASK, &none, NULL);
    setsid();
    if (directory != NULL && chdir(directory) != 0) goto failed;
    if (ioctl(terminal, TIOCSCTTY, 0) != 0) goto failed;
    for (int descriptor = 0; descriptor <= 2; descriptor++) {
        if (dup2(terminal, descriptor) < 0) goto failed;
    }
    if (dup2(report, 3) < 0) goto failed;
    report = 3;
    fcntl(report, F_SETFD, FD_CLOEXEC);
    close_range(4, ~0U, 0);
    execve(path, arguments, environment);
failed:;
    int reason = errno;
    ssize_t ignored = write(report, &reason, sizeof reason);
    (void)ignored;
    _exit(127);
}

pid_t larder_pty_spawn(
    int terminal, const char *path, char *const arguments[], char *const environment[], const char *directory) {
    // The child tells why it could not start; the pipe closes by itself when exec succeeds.
    int report[2];
    if (pipe2(report, O_CLOEXEC) != 0) return -1;
    pid_t process = fork();
    if (process == 0) become(terminal, path, arguments, environment, directory, report[1]);
    int failure = errno;
    close(report[1]);
    if (process > 0) {
        int reason = 0;
        ssize_t count;
        do { count = read(report[0], &reason, sizeof reason); } while (count < 0 && errno == EINTR);
        if (count == (ssize_t)sizeof reason) {
            waitpid(process, NULL, 0);
            failure = reason;
            process = -1;
        }
    }
    close(report[0]);
    errno = failure;
    return process;
}

bool larder_wait_for_exit(pid_t process, int *code, int *signal) {
    int status;
    pid_t ended;
    do { ended = waitpid(process, &status, 0); } while (ended < 0 && errno == EINTR);
    if (ended != process) return false;
    *code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    *signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
    return true;
}

bool larder_wait_for_stranger(pid_t process) {
    int descriptor = (int)syscall(SYS_pidfd_open, process, 0);
    if (descriptor < 0) return errno == ESRCH;
    struct pollfd end = {.fd = descriptor, .events = POLLIN};
    int count;
    do { count = poll(&end, 1, -1); } while (count < 0 && errno == EINTR);
    close(descriptor);
    return count == 1;
}
