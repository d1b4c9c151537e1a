/*
 * An ODBC driver that is SQLite's driver with a switch in front of it.
 *
 * Sage's failures happen inside the driver: a table is not accessible, a call takes seconds, a call never returns and
 * takes no notice of SQLCancel. SQLite's own driver cannot be told to do that, so this file defines the few entry
 * points where a statement starts and hands each call on to the real driver. The library is linked against the real
 * driver, and the driver manager looks symbols up in a library and in what it depends on, so every entry point that
 * is not defined here is the real driver's own.
 *
 * The switch is the file `fault-mode` beside this library: one line, written in place by the owner process, read once
 * per statement: `normal`, `stopped`, `slow <milliseconds>` or `hang`. SQLITE_ODBC_DRIVER is set by the compiler call.
 *
 * It also puts the one clause of ProvideX that SQLite does not have, TOP, into SQLite's words.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <sql.h>
#include <sqlext.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>
#include <unistd.h>

#define MODE_FILE_SIZE 32
#define POLL_MS 5

enum mode { NORMAL, STOPPED, SLOW, HANG };

/* A statement that is being held back; SQLCancel, called from another thread, finds it by its handle. */
struct waiter { SQLHANDLE statement; int cancelled; struct waiter *next; };

static pthread_mutex_t waiting_lock = PTHREAD_MUTEX_INITIALIZER;
static struct waiter *waiting;

/* The refusal that this thread's last call gave; the driver manager fetches it on the same thread at once. */
static __thread struct { SQLHANDLE handle; const char *state, *text; } refusal;

static void *real_driver(void) {
  static void *library;
  if (!library) library = dlopen(SQLITE_ODBC_DRIVER, RTLD_NOW | RTLD_LOCAL);
  return library;
}
#define REAL(name) \
  (__extension__({ \
    static __typeof__(name) *real; \
    if (!real) real = (__typeof__(name) *)dlsym(real_driver(), #name); \
    real; \
  }))

static int open_mode_file(void) {
  Dl_info self;
  char path[4096];
  if (!dladdr((void *)open_mode_file, &self)) return -1;
  const char *slash = strrchr(self.dli_fname, '/');
  int directory_length = slash ? (int)(slash - self.dli_fname) : 1;
  snprintf(path, sizeof path, "%.*s/fault-mode", directory_length, slash ? self.dli_fname : ".");
  return open(path, O_RDONLY | O_CLOEXEC);
}

/* A switch that cannot be read means that the owner process and its directory are gone: as good as stopped. */
static enum mode read_mode(long *slow_ms) {
  static int file = -1;
  char line[MODE_FILE_SIZE + 1] = "";
  if (file < 0) file = open_mode_file();
  if (file < 0 || pread(file, line, MODE_FILE_SIZE, 0) <= 0) return STOPPED;
  if (sscanf(line, "slow %ld", slow_ms) == 1) return SLOW;
  return !strncmp(line, "normal", 6) ? NORMAL : !strncmp(line, "hang", 4) ? HANG : STOPPED;
}

static long now_ms(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static SQLRETURN refuse(SQLHANDLE handle, const char *state, const char *text) {
  refusal.handle = handle;
  refusal.state = state;
  refusal.text = text;
  return SQL_ERROR;
}

static void set_waiting(struct waiter *self, int is_waiting) {
  pthread_mutex_lock(&waiting_lock);
  struct waiter **link = &waiting;
  while (*link && *link != self) link = &(*link)->next;
  if (is_waiting) self->next = waiting, waiting = self;
  else if (*link) *link = self->next;
  pthread_mutex_unlock(&waiting_lock);
}

/* Holds a call back as long as the mode says; SQL_SUCCESS when it may go on to the real driver. */
static SQLRETURN pass(SQLHANDLE handle, int is_statement) {
  long slow_ms = 0;
  struct waiter self = {handle, 0, NULL};
  enum mode mode = read_mode(&slow_ms);
  if (mode == SLOW || mode == HANG) {
    long started = now_ms();
    set_waiting(&self, 1);
    while (!self.cancelled && (mode == HANG || (mode == SLOW && is_statement && now_ms() - started < slow_ms))) {
      nanosleep(&(struct timespec){0, POLL_MS * 1000000}, NULL);
      mode = read_mode(&slow_ms);
    }
    set_waiting(&self, 0);
  }
  if (self.cancelled) return refuse(handle, "HY008", "[ProvideX][ODBC Driver]Operation canceled");
  if (mode == STOPPED) return refuse(handle, "S0000", "[ProvideX][ODBC Driver][FILEIO]Table is not accessible");
  return SQL_SUCCESS;
}
#define GATED(name, handle, is_statement, parameters, arguments) \
  SQLRETURN SQL_API name parameters { \
    return pass(handle, is_statement) == SQL_SUCCESS ? REAL(name) arguments : SQL_ERROR; \
  }

GATED(SQLConnect, dbc, 0,
      (SQLHDBC dbc, SQLCHAR *dsn, SQLSMALLINT n1, SQLCHAR *uid, SQLSMALLINT n2, SQLCHAR *pwd, SQLSMALLINT n3),
      (dbc, dsn, n1, uid, n2, pwd, n3))
GATED(SQLDriverConnect, dbc, 0,
      (SQLHDBC dbc, SQLHWND window, SQLCHAR *in, SQLSMALLINT in_length, SQLCHAR *out, SQLSMALLINT out_size,
       SQLSMALLINT *out_length, SQLUSMALLINT completion),
      (dbc, window, in, in_length, out, out_size, out_length, completion))
GATED(SQLExecute, stmt, 1, (SQLHSTMT stmt), (stmt))
GATED(SQLTables, stmt, 1,
      (SQLHSTMT stmt, SQLCHAR *c, SQLSMALLINT n1, SQLCHAR *s, SQLSMALLINT n2, SQLCHAR *t, SQLSMALLINT n3, SQLCHAR *k,
       SQLSMALLINT n4),
      (stmt, c, n1, s, n2, t, n3, k, n4))
GATED(SQLColumns, stmt, 1,
      (SQLHSTMT stmt, SQLCHAR *c, SQLSMALLINT n1, SQLCHAR *s, SQLSMALLINT n2, SQLCHAR *t, SQLSMALLINT n3, SQLCHAR *k,
       SQLSMALLINT n4),
      (stmt, c, n1, s, n2, t, n3, k, n4))

/* ProvideX takes SELECT TOP n, SQLite only LIMIT n: the statement in SQLite's words, or NULL where nothing changes. */
static SQLCHAR *limited(const SQLCHAR *sql, SQLINTEGER length) {
  static const char prefix[] = "SELECT TOP ";
  size_t size = length == SQL_NTS ? strlen((const char *)sql) : (size_t)length, start = sizeof prefix - 1, end;
  if (size < start || strncasecmp((const char *)sql, prefix, start)) return NULL;
  for (end = start; end < size && sql[end] >= '0' && sql[end] <= '9'; end++);
  char *copy = end == start ? NULL : malloc(size + 16);
  if (copy)
    sprintf(copy, "SELECT%.*s LIMIT %.*s", (int)(size - end), sql + end, (int)(end - start), sql + start);
  return (SQLCHAR *)copy;
}

SQLRETURN SQL_API SQLExecDirect(SQLHSTMT stmt, SQLCHAR *sql, SQLINTEGER length) {
  if (pass(stmt, 1) != SQL_SUCCESS) return SQL_ERROR;
  SQLCHAR *copy = limited(sql, length);
  SQLRETURN result = copy ? REAL(SQLExecDirect)(stmt, copy, SQL_NTS) : REAL(SQLExecDirect)(stmt, sql, length);
  free(copy);
  return result;
}

SQLRETURN SQL_API SQLPrepare(SQLHSTMT stmt, SQLCHAR *sql, SQLINTEGER length) {
  SQLCHAR *copy = limited(sql, length);
  SQLRETURN result = copy ? REAL(SQLPrepare)(stmt, copy, SQL_NTS) : REAL(SQLPrepare)(stmt, sql, length);
  free(copy);
  return result;
}

/* While the driver hangs, a cancel is accepted and nothing comes of it; while it is slow, it ends the wait. */
SQLRETURN SQL_API SQLCancel(SQLHSTMT stmt) {
  long slow_ms;
  if (read_mode(&slow_ms) == HANG) return SQL_SUCCESS;
  int found = 0;
  pthread_mutex_lock(&waiting_lock);
  for (struct waiter *each = waiting; each; each = each->next)
    if (each->statement == stmt) each->cancelled = found = 1;
  pthread_mutex_unlock(&waiting_lock);
  return found ? SQL_SUCCESS : REAL(SQLCancel)(stmt);
}

static SQLRETURN tell_refusal(SQLCHAR *state, SQLINTEGER *native, SQLCHAR *text, SQLSMALLINT size, SQLSMALLINT *length) {
  if (state) strcpy((char *)state, refusal.state);
  if (native) *native = 0;
  if (text && size > 0) snprintf((char *)text, size, "%s", refusal.text);
  if (length) *length = (SQLSMALLINT)strlen(refusal.text);
  return SQL_SUCCESS;
}

/* Which of these two a driver manager uses is its own choice; unixODBC 2.3.11 asks this driver through SQLError. */
SQLRETURN SQL_API SQLError(SQLHENV env, SQLHDBC dbc, SQLHSTMT stmt, SQLCHAR *state, SQLINTEGER *native, SQLCHAR *text,
                           SQLSMALLINT size, SQLSMALLINT *length) {
  SQLHANDLE handle = stmt ? stmt : dbc ? dbc : env;
  if (!refusal.handle || refusal.handle != handle)
    return REAL(SQLError)(env, dbc, stmt, state, native, text, size, length);
  refusal.handle = NULL;
  return tell_refusal(state, native, text, size, length);
}

SQLRETURN SQL_API SQLGetDiagRec(SQLSMALLINT type, SQLHANDLE handle, SQLSMALLINT record, SQLCHAR *state,
                                SQLINTEGER *native, SQLCHAR *text, SQLSMALLINT size, SQLSMALLINT *length) {
  if (!refusal.handle || refusal.handle != handle)
    return REAL(SQLGetDiagRec)(type, handle, record, state, native, text, size, length);
  if (record > 1) return refusal.handle = NULL, SQL_NO_DATA;
  return tell_refusal(state, native, text, size, length);
}
