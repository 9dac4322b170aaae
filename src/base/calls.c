/* Calls: what a program may no longer ask of the kernel. */
/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* for syscall() */
#include "base/calls.h"

#ifdef __linux__
#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

/* Numbers of calls mean something else on each of these. */
#if defined(__x86_64__) && !defined(__ILP32__)
#define MACHINE AUDIT_ARCH_X86_64
#elif defined(__aarch64__) && defined(__LP64__)
#define MACHINE AUDIT_ARCH_AARCH64
#elif defined(__riscv) && __riscv_xlen == 64
#define MACHINE AUDIT_ARCH_RISCV64
#endif

/* The leak checker looks at the threads as a debugger does. */
#if defined(__SANITIZE_ADDRESS__)
#define WATCHED
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define WATCHED
#endif
#endif
#endif

#ifdef MACHINE

/* Numbers from here on are the same calls by another way in. */
#define OTHER_WAY_IN 0x40000000U

static const unsigned forbidden[] = {
  /* programs, and other processes */
  SYS_execve,
  SYS_execveat,
  SYS_process_vm_readv,
  SYS_process_vm_writev,
#ifndef WATCHED
  SYS_ptrace,
  SYS_kill,
#endif
  /* other machines */
  SYS_socket,
  SYS_connect,
  SYS_bind,
  SYS_listen,
  SYS_accept,
  SYS_accept4,
  /* what the rules about files do not hold */
  SYS_fchmod,
  SYS_fchmodat,
  SYS_fchown,
  SYS_fchownat,
  SYS_setxattr,
  SYS_lsetxattr,
  SYS_fsetxattr,
  SYS_removexattr,
  SYS_lremovexattr,
  SYS_fremovexattr,
  SYS_utimensat,
#ifdef SYS_chmod
  SYS_chmod,
  SYS_chown,
  SYS_lchown,
  SYS_utime,
  SYS_utimes,
  SYS_futimesat,
#endif
  SYS_open_by_handle_at,
  /* ways around */
  SYS_io_uring_setup,
  SYS_bpf,
  SYS_perf_event_open,
  SYS_userfaultfd,
  SYS_add_key,
  SYS_request_key,
  SYS_keyctl,
  SYS_unshare,
  SYS_setns,
  SYS_mount,
  SYS_umount2,
  SYS_pivot_root,
  SYS_chroot,
  SYS_init_module,
  SYS_finit_module,
  SYS_kexec_load,
};
#define FORBIDDEN_COUNT (sizeof forbidden / sizeof forbidden[0])

/* Before the numbers: which machine's they are, and by which way they come. */
#define HEAD_COUNT 4
#define FILTER_COUNT (HEAD_COUNT + FORBIDDEN_COUNT + 2)

static void
filter_fill(struct sock_filter filter[FILTER_COUNT]) {
  const unsigned machine = offsetof(struct seccomp_data, arch);
  const unsigned number = offsetof(struct seccomp_data, nr);
  struct sock_filter* at = filter;
  /* Jumps are counted from behind an instruction; the last one refuses. */
  *at++ = (struct sock_filter)BPF_STMT(BPF_LD | BPF_W | BPF_ABS, machine);
  *at++ = (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, MACHINE, 0,
                                       FORBIDDEN_COUNT + 3);
  *at++ = (struct sock_filter)BPF_STMT(BPF_LD | BPF_W | BPF_ABS, number);
  *at++ = (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, OTHER_WAY_IN,
                                       FORBIDDEN_COUNT + 1, 0);
  for (size_t i = 0; i < FORBIDDEN_COUNT; i++) {
    *at++ =
      (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, forbidden[i],
                                   (unsigned char)(FORBIDDEN_COUNT - i), 0);
  }
  *at++ = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
  *at = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K,
                                     SECCOMP_RET_ERRNO | (unsigned)EPERM);
}

/* Speculation stays as fast as it was: nobody else's secrets are in here. */
bool
att_calls_forbid(void) {
  struct sock_filter filter[FILTER_COUNT];
  filter_fill(filter);
  const struct sock_fprog program = { FILTER_COUNT, filter };
  return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
         syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER,
                 SECCOMP_FILTER_FLAG_SPEC_ALLOW, &program) == 0;
}

#else

bool
att_calls_forbid(void) {
  return false;
}

#endif
