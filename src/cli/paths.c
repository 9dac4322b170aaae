/* Paths: the files that the operands and lists of a command line name. */
/* SPDX-License-Identifier: MIT */
#include "cli/paths.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A folder deeper than this is a loop of mounts, or meant to tire us. */
#define DEPTH_LIMIT 64

/* One folder's entries. */
typedef struct Folder {
  char** names; /* whole paths, by name */
  size_t count;
  size_t at;
} Folder;

struct Paths {
  char* const* operands;
  const char* list;
  bool every;
  FILE* lines;
  char* line;
  size_t line_room;
  Folder folders[DEPTH_LIMIT];
  size_t depth;
  const char* root; /* the folder that was named */
  size_t found;     /* files in it so far */
  char* given;      /* what was given last, where it is ours */
};

Paths*
att_paths_new(char* const* operands, const char* list, bool every) {
  Paths* const paths = calloc(1, sizeof *paths);
  if (paths == NULL) {
    att_message_say(NULL, "%s", att_status_text(ATT_NO_MEMORY));
    return NULL;
  }
  paths->operands = operands;
  paths->list = list;
  paths->every = every;
  return paths;
}

static void
folder_forget(Folder* folder) {
  for (size_t i = folder->at; i < folder->count; i++) {
    free(folder->names[i]);
  }
  free(folder->names);
  *folder = (Folder){ 0 };
}

void
att_paths_free(Paths* paths) {
  if (paths == NULL) {
    return;
  }
  while (paths->depth > 0) {
    folder_forget(&paths->folders[--paths->depth]);
  }
  if (paths->lines != NULL && paths->lines != stdin) {
    (void)fclose(paths->lines);
  }
  free(paths->line);
  free(paths->given);
  free(paths);
}

static int
name_compare(const void* left, const void* right) {
  return strcmp(*(char* const*)left, *(char* const*)right);
}

static char*
path_join(const char* folder, const char* name) {
  const size_t length = strlen(folder);
  const size_t size = length + strlen(name) + 2;
  char* const path = malloc(size);
  const bool slash = length > 0 && folder[length - 1] == '/';
  if (path != NULL) {
    (void)snprintf(path, size, slash ? "%s%s" : "%s/%s", folder, name);
  }
  return path;
}

static bool
folder_add(Folder* folder, char* path) {
  /* Room doubles at each power of two. */
  if ((folder->count & (folder->count - 1)) == 0) {
    const size_t room = folder->count == 0 ? 1 : folder->count * 2;
    char** const names = realloc(folder->names, room * sizeof *names);
    if (names == NULL) {
      return false;
    }
    folder->names = names;
  }
  folder->names[folder->count++] = path;
  return true;
}

/* What a hidden name stands for is none of the articles. 0 or errno. */
static int
folder_read(DIR* directory, const char* path, Folder* out) {
  for (;;) {
    errno = 0;
    const struct dirent* const entry = readdir(directory);
    if (entry == NULL) {
      return errno;
    }
    if (entry->d_name[0] == '.') {
      continue;
    }
    char* const name = path_join(path, entry->d_name);
    if (name == NULL || !folder_add(out, name)) {
      free(name);
      return ENOMEM;
    }
  }
}

static bool
folder_enter(Paths* paths, const char* path, Messages* messages) {
  if (paths->depth == DEPTH_LIMIT) {
    att_messages_say(messages, path, "Folders are nested more than %d deep",
                     DEPTH_LIMIT);
    return false;
  }
  DIR* const directory = opendir(path);
  if (directory == NULL) {
    att_messages_say(messages, path, "%s", strerror(errno));
    return false;
  }
  Folder folder = { 0 };
  const int error = folder_read(directory, path, &folder);
  (void)closedir(directory);
  if (error != 0) {
    att_messages_say(messages, path, "%s", strerror(error));
    folder_forget(&folder);
    return false;
  }
  if (folder.count > 0) {
    qsort(folder.names, folder.count, sizeof *folder.names, name_compare);
  }
  paths->folders[paths->depth++] = folder;
  return true;
}

/* The next file in the folders entered; NULL if there is none. A symbolic link
 * in a folder is not followed: it may lead out of it, or around in circles. */
static const char*
folder_next(Paths* paths, Messages* messages) {
  while (paths->depth > 0) {
    Folder* const folder = &paths->folders[paths->depth - 1];
    if (folder->at == folder->count) {
      folder_forget(folder);
      paths->depth--;
      if (paths->depth == 0 && paths->found == 0) {
        att_messages_say(messages, paths->root,
                         "No articles are in this folder");
        return NULL;
      }
      continue;
    }
    free(paths->given);
    paths->given = folder->names[folder->at++];
    struct stat there;
    if (lstat(paths->given, &there) != 0) {
      att_messages_say(messages, paths->given, "%s", strerror(errno));
      return NULL;
    }
    if (S_ISDIR(there.st_mode)) {
      if (!folder_enter(paths, paths->given, messages)) {
        return NULL;
      }
    } else if (S_ISREG(there.st_mode) &&
               (paths->every ||
                att_input_of_path(paths->given) != ATT_INPUT_AUTO)) {
      paths->found++;
      return paths->given;
    }
  }
  return NULL;
}

/* The next line of the list; NULL at its end. */
static const char*
line_next(Paths* paths, Messages* messages) {
  if (paths->list == NULL) {
    return NULL;
  }
  if (paths->lines == NULL) {
    const bool standard = strcmp(paths->list, "-") == 0;
    paths->lines = standard ? stdin : fopen(paths->list, "r");
  }
  ssize_t length = -1;
  do {
    length = paths->lines == NULL
               ? -1
               : getline(&paths->line, &paths->line_room, paths->lines);
    if (length > 0 && paths->line[length - 1] == '\n') {
      paths->line[--length] = '\0';
    }
  } while (length == 0);
  if (length > 0) {
    return paths->line;
  }
  if (paths->lines == NULL || ferror(paths->lines) != 0) {
    att_messages_say(messages, paths->list, "%s", strerror(errno));
  }
  paths->list = NULL;
  return NULL;
}

static bool
is_folder(const char* path) {
  struct stat there;
  return strcmp(path, "-") != 0 && stat(path, &there) == 0 &&
         S_ISDIR(there.st_mode);
}

/* What names a page elsewhere is no file, unless there is one of that name. */
static bool
is_address(const char* path) {
  return (strncmp(path, "http://", 7) == 0 ||
          strncmp(path, "https://", 8) == 0) &&
         access(path, F_OK) != 0;
}

const char*
att_paths_next(Paths* paths, Messages* messages) {
  for (;;) {
    const size_t errors = messages->errors;
    const char* path = folder_next(paths, messages);
    if (path != NULL || messages->errors > errors) {
      return path;
    }
    path = *paths->operands != NULL ? *paths->operands++
                                    : line_next(paths, messages);
    if (path != NULL && is_address(path)) {
      att_messages_say(messages, path,
                       "Nothing is fetched from the network; give the page as "
                       "a file, or with --input html - as standard input");
      return NULL;
    }
    if (path == NULL || !is_folder(path)) {
      return path;
    }
    paths->root = path;
    paths->found = 0;
    if (!folder_enter(paths, path, messages)) {
      return NULL;
    }
  }
}
