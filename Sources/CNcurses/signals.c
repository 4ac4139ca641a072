#include "CNcurses.h"
#include "signals.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

// Three kinds of signals: notices (resize, stop, continue) become a byte in the pipe that the loop polls; requests to
// end do too, but the second one does not wait for the loop; crashes restore the terminal on the spot and then take
// their usual course, so that Swift's own report appears on a readable screen.

static const int notices[] = {SIGWINCH, SIGTSTP, SIGCONT};
static const int requests[] = {SIGTERM, SIGHUP, SIGINT, SIGQUIT};
static const int crashes[] = {SIGSEGV, SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE};

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static struct sigaction former[NSIG];
static int pipe_ends[2] = {-1, -1};
static volatile sig_atomic_t terminating_signal;
static volatile sig_atomic_t is_suspended;
static atomic_bool is_taken;
static int terminal_input, terminal_output;
static struct termios saved_modes;
static char farewell_bytes[512];
static volatile size_t farewell_count;

void larder_emergency_restore(void) {
    if (!atomic_exchange(&is_taken, false)) return;
    size_t sent = 0;
    while (sent < farewell_count) {
        ssize_t count = write(terminal_output, farewell_bytes + sent, farewell_count - sent);
        if (count <= 0) break;
        sent += (size_t)count;
    }
    tcsetattr(terminal_input, TCSANOW, &saved_modes);
}

static void tell(char what) {
    int error = errno;
    ssize_t ignored = write(pipe_ends[1], &what, 1);
    (void)ignored; // A full pipe already says that something happened.
    errno = error;
}

static void on_notice(int number) {
    if (number == SIGWINCH) tell(LARDER_SIGNAL_RESIZED);
    if (number == SIGTSTP) tell(LARDER_SIGNAL_STOP);
    if (number == SIGCONT) tell(LARDER_SIGNAL_CONTINUED);
}

static void on_request(int number) {
    // An editor or a shell has the terminal now: Ctrl-C and Ctrl-\ are meant for it.
    if (is_suspended && (number == SIGINT || number == SIGQUIT)) return;
    if (terminating_signal == 0) {
        terminating_signal = number;
        tell(LARDER_SIGNAL_TERMINATE);
        return;
    }
    // Asked twice: the loop does not answer.
    larder_emergency_restore();
    signal(number, SIG_DFL);
    raise(number);
}

static void on_crash(int number, siginfo_t *what, void *context) {
    (void)context;
    larder_emergency_restore();
    sigaction(number, &former[number], NULL);
    // A fault happens again on return, with its address, for the former handler to report. Signals that were sent,
    // abort() among them, and breakpoints (which return behind the trap) have to be sent again.
    if (what->si_code <= 0 || number == SIGTRAP || number == SIGABRT) raise(number);
}

static void handle(int number, const struct sigaction *action) {
    sigaction(number, NULL, &former[number]);
    // Ignored on purpose (nohup, a parent shell): stays ignored.
    if (former[number].sa_handler == SIG_IGN && (number == SIGHUP || number == SIGINT || number == SIGQUIT)) return;
    sigaction(number, action, NULL);
}

static void install(const int *numbers, size_t count, const struct sigaction *action) {
    for (size_t index = 0; index < count; index++) handle(numbers[index], action);
}

static void remove_all(const int *numbers, size_t count) {
    for (size_t index = 0; index < count; index++) sigaction(numbers[index], &former[numbers[index]], NULL);
}

static void register_exit(void) {
    atexit(larder_emergency_restore);
}

void larder_signals_set_farewell(const char *bytes, size_t count) {
    farewell_count = 0;
    if (count > sizeof farewell_bytes) return;
    memcpy(farewell_bytes, bytes, count);
    farewell_count = count;
}

bool larder_signals_install(int input, int output, const struct termios *modes) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    if (pipe2(pipe_ends, O_CLOEXEC | O_NONBLOCK) != 0) return false;
    terminal_input = input;
    terminal_output = output;
    saved_modes = *modes;
    farewell_count = 0;
    terminating_signal = 0;
    is_suspended = 0;
    pthread_once(&once, register_exit);

    struct sigaction notice = {.sa_handler = on_notice, .sa_flags = SA_RESTART};
    struct sigaction request = {.sa_handler = on_request, .sa_flags = SA_RESTART};
    struct sigaction crash = {.sa_sigaction = on_crash, .sa_flags = SA_SIGINFO | SA_ONSTACK};
    atomic_store(&is_taken, true);
    install(notices, COUNT(notices), &notice);
    install(requests, COUNT(requests), &request);
    install(crashes, COUNT(crashes), &crash);
    return true;
}

void larder_signals_remove(void) {
    atomic_store(&is_taken, false);
    remove_all(notices, COUNT(notices));
    remove_all(requests, COUNT(requests));
    remove_all(crashes, COUNT(crashes));
    close(pipe_ends[0]);
    close(pipe_ends[1]);
    pipe_ends[0] = pipe_ends[1] = -1;
}

void larder_signals_suspend(bool suspended) {
    static struct sigaction stop;
    is_suspended = suspended;
    atomic_store(&is_taken, !suspended);
    if (suspended) {
        struct sigaction standard = {.sa_handler = SIG_DFL};
        sigaction(SIGTSTP, &standard, &stop);
    } else {
        sigaction(SIGTSTP, &stop, NULL);
    }
}

int larder_signal_descriptor(void) {
    return pipe_ends[0];
}

int larder_signal_that_terminates(void) {
    return terminating_signal;
}
